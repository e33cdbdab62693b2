package io.github.sandboxcache.adapter.sandboxlog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as logs have them: the number of seconds, ms, µs or ns since 1970, as its length tells,
 * with a fraction or without; or an ISO date and time with its offset from UTC.
 */
final class TimeText {
  private static final Pattern NUMBER = Pattern.compile("(\\d{9,19})(?:\\.\\d{1,20})?");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();
  private static final int DATE_LENGTH = "2026-11-29".length();

  private TimeText() {}

  /** The time in whole milliseconds; empty when the text is none. */
  static Optional<Instant> parse(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      int digits = number.group(1).length();
      int ms = digits <= 10 ? 3 : digits <= 13 ? 0 : digits <= 16 ? -3 : -6;
      return Optional.of(Instant.ofEpochMilli(new BigDecimal(text).movePointRight(ms).longValue()));
    }
    StringBuilder iso = new StringBuilder(text);
    if (iso.length() > DATE_LENGTH && iso.charAt(DATE_LENGTH) == ' ') {
      iso.setCharAt(DATE_LENGTH, 'T');
    }
    try {
      return Optional.of(ISO.parse(iso, Instant::from).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
