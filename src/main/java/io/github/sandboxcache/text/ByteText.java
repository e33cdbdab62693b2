package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.layers.ByteCount;
import java.util.Optional;

/** Measured bytes for people: exact ones as they are, others as about right, none as a dash. */
public final class ByteText {
  private ByteText() {}

  /** For narrow places: {@code 2.83 GB}, {@code ≈ 2.83 GB}, or a dash while it is measured. */
  public static String cell(Optional<ByteCount> bytes) {
    if (bytes.isEmpty()) {
      return Texts.text("bytes.measuring.cell");
    }
    String size = DecimalSize.of(bytes.get().bytes()).toString();
    return switch (bytes.get().accuracy()) {
      case EXACT -> size;
      case AMBIGUOUS, ESTIMATED -> Texts.text("bytes.about.cell", size);
      case UNKNOWN -> Texts.text("unknown");
    };
  }

  /** For narrow places with a sum: {@code 2.8 GB}, or {@code ≈ 2.8 GB}; empty if not known. */
  public static String brief(Optional<ByteCount> bytes) {
    return bytes
        .filter(ByteCount::known)
        .map(
            count -> {
              DecimalSize size = DecimalSize.summary(count.bytes());
              return count.exact() ? size.toString() : Texts.text("bytes.about.cell", size);
            })
        .orElse("");
  }

  /** For sentences: {@code 2.8 GB}, {@code about 2.8 GB}, or that it is being measured. */
  public static String summary(Optional<ByteCount> bytes) {
    if (bytes.isEmpty()) {
      return Texts.text("bytes.measuring");
    }
    String size = DecimalSize.summary(bytes.get().bytes()).toString();
    return switch (bytes.get().accuracy()) {
      case EXACT -> size;
      case AMBIGUOUS, ESTIMATED -> Texts.text("bytes.about", size);
      case UNKNOWN -> Texts.text("unknown");
    };
  }

  /** Every byte, for a tooltip, with the reason if the number is only about right. */
  public static String exact(Optional<ByteCount> bytes) {
    if (bytes.isEmpty()) {
      return Texts.text("bytes.measuring");
    }
    String size = DecimalSize.exact(bytes.get().bytes());
    return switch (bytes.get().accuracy()) {
      case EXACT -> size;
      case AMBIGUOUS -> Texts.text("bytes.about.exact", size, Texts.text("bytes.about.AMBIGUOUS"));
      case ESTIMATED -> Texts.text("bytes.about.exact", size, Texts.text("bytes.about.ESTIMATED"));
      case UNKNOWN -> Texts.text("unknown");
    };
  }
}
