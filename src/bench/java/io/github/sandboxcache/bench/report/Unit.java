package io.github.sandboxcache.bench.report;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
  /** Milliseconds. */
  MS("ms"),
  /** Seconds. */
  SECONDS("s"),
  /** Hours. */
  HOURS("h"),
  /** Bytes. */
  BYTES("B"),
  /** How many. */
  COUNT(""),
  /** Millions of bytes. */
  MB("MB"),
  /** Thousands of millions of bytes. */
  GB("GB"),
  /** So many a second. */
  PER_SECOND("/s"),
  /** Percent of one core. */
  PERCENT_OF_A_CORE("% of a core");

  private static final double WHOLE_FROM = 100;
  private static final double ONE_DIGIT_FROM = 10;
  private static final double TWO_DIGITS_FROM = 0.1;

  private final String sign;

  Unit(String sign) {
    this.sign = sign;
  }

  /** The median with its unit, and the spread behind it where there is one. */
  String text(Spread spread) {
    String median = (number(spread.median()) + " " + sign).strip();
    return spread.low() == spread.high()
        ? median
        : median + " (" + number(spread.low()) + "–" + number(spread.high()) + ")";
  }

  static String number(double value) {
    String format =
        value >= WHOLE_FROM
            ? "%,.0f"
            : value >= ONE_DIGIT_FROM ? "%.1f" : value >= TWO_DIGITS_FROM ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
