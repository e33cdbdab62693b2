package io.github.sandboxcache.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times as people say them: {@code 2 min ago}, {@code 3 h ago}, {@code 9 d ago}. */
public final class RelativeTime {
  private static final int DAYS_OF_YEAR = 365;

  private RelativeTime() {}

  /**
   * How long ago something was. Whole units, rounded down; from ten seconds on whole tens, because
   * a number that changes every second draws the eye.
   *
   * @param then when it was, UTC; a time still to come, as a clock set wrong gives, counts as now
   * @param now the time to reckon from, UTC
   */
  public static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toSeconds() < 1) {
      return Texts.text("time.now");
    }
    if (age.toMinutes() < 1) {
      long seconds = age.toSeconds();
      return Texts.text("time.seconds", seconds < 10 ? seconds : seconds / 10 * 10);
    }
    if (age.toHours() < 1) {
      return Texts.text("time.minutes", age.toMinutes());
    }
    if (age.toDays() < 1) {
      return Texts.text("time.hours", age.toHours());
    }
    return age.toDays() < DAYS_OF_YEAR
        ? Texts.text("time.days", age.toDays())
        : Texts.text("time.years", age.toDays() / DAYS_OF_YEAR);
  }

  /** The same; that it is not known when it is not. */
  public static String ago(Optional<Instant> then, Instant now) {
    return then.map(time -> ago(time, now)).orElseGet(() -> Texts.text("unknown"));
  }

  /** For how long {@link #ago} goes on saying the same; at least a millisecond. */
  public static Duration staysFor(Instant then, Instant now) {
    long age = Math.max(0, Duration.between(then, now).toMillis());
    long unit =
        age < 10_000
            ? 1_000
            : age < 60_000
                ? 10_000
                : age < 3_600_000 ? 60_000 : age < 86_400_000 ? 3_600_000 : 86_400_000;
    return Duration.ofMillis(unit - age % unit);
  }

  /** A length of time: {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 9 h 5 min}. */
  public static String length(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 9_950) {
      return Texts.text("time.length.short", millis / 1000.0);
    }
    long seconds = (millis + 500) / 1000;
    if (seconds < 60) {
      return Texts.text("time.length.seconds", seconds);
    }
    return seconds < 3_600
        ? Texts.text("time.length.minutes", seconds / 60, seconds % 60)
        : Texts.text("time.length.hours", seconds / 3_600, seconds / 60 % 60);
  }

  /** A length of time to the minute: {@code 40 s}, {@code 52 min}, {@code 2 h 37 min}. */
  public static String toTheMinute(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return Texts.text("time.length.seconds", seconds);
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60
        ? Texts.text("time.brief.minutes", minutes)
        : Texts.text("time.length.hours", minutes / 60, minutes % 60);
  }

  /**
   * A length of time in one unit, for narrow columns: {@code 40 s}, {@code 5 min}, {@code 4.4 h},
   * {@code 24 h}.
   */
  public static String brief(Duration duration) {
    if (duration.toMinutes() < 1) {
      return Texts.text("time.length.seconds", Math.max(0, duration.toSeconds()));
    }
    if (duration.toHours() < 1) {
      return Texts.text("time.brief.minutes", duration.toMinutes());
    }
    double hours = duration.toMinutes() / 60.0;
    return Texts.text(hours < 9.95 ? "time.brief.hours.exact" : "time.brief.hours", hours);
  }

  /**
   * A span of whole days, hours or minutes, whichever is the largest that fits: {@code 14 days}.
   */
  public static String span(Duration duration) {
    if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
      return Texts.text("time.span.days", duration.toDays());
    }
    return duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))
        ? Texts.text("time.span.hours", duration.toHours())
        : Texts.text("time.span.minutes", Math.max(1, duration.toMinutes()));
  }
}
