package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalReport;
import java.util.Optional;
import java.util.OptionalLong;

/** How much disk space a removal gave back, and what the engine says about it. */
public final class ReclaimedText {
  private ReclaimedText() {}

  /** {@code Freed 3.4 GB.}, with the engine's own count where something else has changed it. */
  public static String sentence(RemovalReport report) {
    return difference(report)
        .orElseGet(
            () -> {
              Optional<ByteCount> freed = report.freed().filter(ByteCount::known);
              OptionalLong measured = report.measuredBytes();
              if (measured.isPresent() && freed.filter(ByteCount::exact).isEmpty()) {
                return Texts.text(
                    "reclaimed.bytes", DecimalSize.summary(Math.max(0, measured.getAsLong())));
              }
              return freed.isEmpty()
                  ? Texts.text("reclaimed.unknown")
                  : Texts.text("reclaimed.bytes", ByteText.summary(freed));
            });
  }

  /** What the engine counted, where that is not what the removed images had. */
  public static Optional<String> difference(RemovalReport report) {
    OptionalLong unexplained = report.unexplainedBytes();
    if (unexplained.orElse(0) == 0) {
      return Optional.empty();
    }
    String freed = ByteText.summary(report.freed());
    long measured = report.measuredBytes().orElse(0);
    return Optional.of(
        measured >= 0
            ? Texts.text("reclaimed.differs", freed, DecimalSize.summary(measured))
            : Texts.text("reclaimed.grew", freed, DecimalSize.summary(-measured)));
  }
}
