package io.github.sandboxcache.domain.usage;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The time that hits saved, for each gigabyte that they took.
 *
 * @param seconds 0 without a hit, infinite where there are hits but no bytes; empty when it is not
 *     known
 */
public record SavedPerGb(OptionalDouble seconds) {
  /** Where hits, install times or bytes are not known. */
  public static final SavedPerGb UNKNOWN = new SavedPerGb(OptionalDouble.empty());

  /** How many marks there are to earn. */
  public static final int MARKS = Thresholds.MARKS.size() + 1;

  private static final double BYTES_OF_GB = 1e9;
  private static final double MILLIS_OF_SECOND = 1e3;

  /**
   * So much time for so many bytes.
   *
   * @param saved 0 without a hit; empty when not known
   * @param bytes 0 or more; empty when not known
   */
  public static SavedPerGb of(Optional<Duration> saved, OptionalLong bytes) {
    if (saved.filter(Duration::isZero).isPresent()) {
      return new SavedPerGb(OptionalDouble.of(0));
    }
    if (saved.isEmpty() || bytes.isEmpty()) {
      return UNKNOWN;
    }
    double perByte = saved.get().toMillis() / MILLIS_OF_SECOND / bytes.getAsLong();
    return new SavedPerGb(OptionalDouble.of(perByte * BYTES_OF_GB));
  }

  /** This, saved over a span, brought to another one. */
  SavedPerGb per(Duration other, Duration span) {
    return seconds.isEmpty()
        ? UNKNOWN
        : new SavedPerGb(
            OptionalDouble.of(seconds.getAsDouble() * other.toMillis() / span.toMillis()));
  }

  /** How many marks it has earned, 0 to {@link #MARKS}. */
  public int marks() {
    double known = seconds.orElse(0);
    return known == 0
        ? 0
        : 1 + (int) Thresholds.MARKS.stream().filter(least -> known >= least.toSeconds()).count();
  }

  /** Whether it is known that nothing was saved. */
  public boolean isNothing() {
    return seconds.isPresent() && seconds.getAsDouble() == 0;
  }

  boolean isAtLeast(Duration least) {
    return seconds.isPresent() && seconds.getAsDouble() >= least.toSeconds();
  }
}
