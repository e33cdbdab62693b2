package io.github.sandboxcache.text;

import java.util.OptionalDouble;

/** Shares for people: {@code 87 %} with a no-break space. */
public final class Percent {
  private Percent() {}

  /**
   * A share in whole percent. What is not all is never written as 100, what is not nothing never as
   * 0.
   *
   * @param percent 0 to 100; empty when there is no data, which is not the same as 0
   */
  public static String of(OptionalDouble percent) {
    if (percent.isEmpty()) {
      return Texts.text("percent.none");
    }
    double value = percent.getAsDouble();
    long whole = Math.round(value);
    if (whole == 100 && value < 100) {
      whole = 99;
    } else if (whole == 0 && value > 0) {
      whole = 1;
    }
    return Texts.text("percent", whole);
  }
}
