package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The time that hits of images saved, for each gigabyte that removing these images would free.
 *
 * @param seconds 0 without a hit, infinite where there are hits but the removal would free nothing;
 *     empty when it is not known
 */
record SavedPerGb(OptionalDouble seconds) {
  static final SavedPerGb UNKNOWN = new SavedPerGb(OptionalDouble.empty());

  /** What earns the second, third and fourth pip; the first is earned by any hit. */
  private static final List<Duration> THRESHOLDS =
      List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(10));

  /** How many pips there are. */
  static final int PIPS = THRESHOLDS.size() + 1;

  private static final Duration MAX_SHOWN = Duration.ofHours(999);
  private static final double BYTES_OF_GB = 1e9;
  private static final double MILLIS_OF_SECOND = 1e3;

  /**
   * Of one or more images.
   *
   * @param saved the time that their hits saved; empty when unknown
   * @param freed what removing them would free; empty while that is being measured
   */
  static SavedPerGb of(Optional<Duration> saved, Optional<ByteCount> freed) {
    if (saved.filter(Duration::isZero).isPresent()) {
      return new SavedPerGb(OptionalDouble.of(0));
    }
    if (saved.isEmpty() || freed.filter(ByteCount::known).isEmpty()) {
      return UNKNOWN;
    }
    double perByte = saved.get().toMillis() / MILLIS_OF_SECOND / freed.get().bytes();
    return new SavedPerGb(OptionalDouble.of(perByte * BYTES_OF_GB));
  }

  /** How many pips it has earned, 0 to {@link #PIPS}. */
  int pips() {
    double known = seconds.orElse(0);
    return known == 0
        ? 0
        : 1 + (int) THRESHOLDS.stream().filter(least -> known >= least.toSeconds()).count();
  }

  /** {@code 4.4 h}; a dash without a hit and where it is not known. */
  String text(UiTexts texts) {
    if (seconds.orElse(0) == 0) {
      return texts.text("none");
    }
    return seconds.getAsDouble() > MAX_SHOWN.toSeconds()
        ? texts.text("images.saved.more-than", RelativeTime.brief(MAX_SHOWN))
        : RelativeTime.brief(Duration.ofSeconds((long) seconds.getAsDouble()));
  }

  /** What it means, or why it is not known, and the rule of the pips. */
  String tip(UiTexts texts) {
    String what =
        seconds.isEmpty()
            ? texts.text("images.saved.unknown")
            : Double.isInfinite(seconds.getAsDouble())
                ? texts.text("images.saved.frees-nothing")
                : texts.text("images.saved.tip");
    return what
        + "\n"
        + texts.text(
            "images.saved.rule", THRESHOLDS.reversed().stream().map(RelativeTime::brief).toArray());
  }
}
