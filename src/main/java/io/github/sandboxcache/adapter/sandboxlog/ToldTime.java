package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that one object tells, of several the one by the logger's own key. Not thread-safe. */
final class ToldTime {
  private static final Pattern NUMBER = Pattern.compile("(\\d{9,19})(?:\\.\\d{1,20})?");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();
  private static final int DATE_LENGTH = "2026-11-29".length();

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks of two machines may differ by time zones, not by more. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** As good as every line has its time so, and need not be looked at as text. */
  private static final int MS_DIGITS = 13;

  /** Where a time may stand, the logger's own key first. */
  private static final List<String> KEYS = List.of("time", "@timestamp", "timestamp", "ts");

  private final Instant now;
  private Optional<Instant> time = Optional.empty();
  private int rank = KEYS.size();

  /**
   * None yet.
   *
   * @param now when the line is read; what it tells cannot be much later
   */
  ToldTime(Instant now) {
    this.now = now;
  }

  /** Takes the value at which the parser stands, under one of the keys of a time. */
  void take(String key, JsonParser parser) throws IOException {
    Optional<Instant> told =
        switch (parser.currentToken()) {
          case VALUE_NUMBER_INT ->
              parser.getTextLength() == MS_DIGITS
                  ? Optional.of(Instant.ofEpochMilli(parser.getLongValue()))
                  : parse(parser.getText());
          case VALUE_NUMBER_FLOAT, VALUE_STRING -> parse(parser.getText());
          default -> {
            parser.skipChildren();
            yield Optional.empty();
          }
        };
    Optional<Instant> known = told.isPresent() && isPossible(told.get()) ? told : Optional.empty();
    int ofKey = KEYS.indexOf(key);
    if (ofKey == rank || (ofKey < rank && known.isPresent())) {
      time = known;
      rank = ofKey;
    }
  }

  private boolean isPossible(Instant told) {
    return !told.isBefore(EARLIEST) && !told.isAfter(now.plus(AHEAD));
  }

  /** Takes over what the object around it tells, where it tells none itself. */
  void inherit(ToldTime outer) {
    time = time.or(outer::get);
  }

  /** The time; empty when none is told, or none that can be. */
  Optional<Instant> get() {
    return time;
  }

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
