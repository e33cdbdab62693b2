package io.github.sandboxcache.adapter.sandboxlog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as logs have them: {@code 1234} is ms, as is {@code 1234ms}; {@code 1.2s} is not. */
final class DurationText {
  // The digits are few enough to make neither a huge number nor a long calculation.
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,20})?) ?(ms|s)?");

  /** No install takes longer. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private DurationText() {}

  /** The duration in whole milliseconds; empty when the text is none, or one that cannot be. */
  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(1));
    BigDecimal ms = "s".equals(form.group(2)) ? number.movePointRight(3) : number;
    Duration duration = Duration.ofMillis(ms.setScale(0, RoundingMode.HALF_UP).longValueExact());
    return duration.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(duration);
  }
}
