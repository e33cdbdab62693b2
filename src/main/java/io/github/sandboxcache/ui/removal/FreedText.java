package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;

/** How much disk space a removal gives back, in words that promise no more than is known. */
public final class FreedText {
  private FreedText() {}

  /**
   * {@code Frees 3.4 GB}.
   *
   * @param images how many images are removed
   */
  public static String sentence(UiTexts texts, Optional<ByteCount> freed, int images) {
    if (images == 0) {
      return texts.text("frees.nothing");
    }
    if (freed.isEmpty()) {
      return texts.text("frees.measuring");
    }
    return !freed.get().known()
        ? texts.text("frees.unknown")
        : texts.text("frees.bytes", ByteText.summary(freed));
  }

  /** The same once it is done: {@code Freed 3.4 GB}; nothing is said of what was not measured. */
  public static String past(UiTexts texts, Optional<ByteCount> freed, int images) {
    if (images == 0) {
      return texts.text("freed.nothing");
    }
    return freed.filter(ByteCount::known).isEmpty()
        ? texts.text("freed.unknown")
        : texts.text("freed.bytes", ByteText.summary(freed));
  }
}
