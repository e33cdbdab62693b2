package io.github.sandboxcache.ui.base;

/**
 * A number of hits where there is little room.
 *
 * @param shown in thousands from 10,000 on
 * @param tip all its digits where they are not shown; else empty
 */
public record HitsText(String shown, String tip) {
  private static final long MIN_SHORTENED = 10_000;

  /** Puts that number into words. */
  public static HitsText of(long hits, UiTexts texts) {
    String exact = texts.text("number", hits);
    return hits < MIN_SHORTENED
        ? new HitsText(exact, "")
        : new HitsText(texts.text("number.thousands", hits / 1_000), exact);
  }
}
