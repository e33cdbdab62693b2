package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Locale;

/** Ranges and numbers of hits in words. */
public final class UsageText {
  private static final long MIN_SHORTENED = 10_000;

  private UsageText() {}

  /** The last part of the keys under which a range has its words, for example {@code week}. */
  public static String key(UsageRange range) {
    return range.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A number of hits where there is little room.
   *
   * @param shown in thousands from 10,000 on
   * @param tip all its digits where they are not shown; else empty
   */
  public record Hits(String shown, String tip) {}

  /** Puts a number of hits into words. */
  public static Hits hits(long hits, UiTexts texts) {
    String exact = texts.text("number", hits);
    return hits < MIN_SHORTENED
        ? new Hits(exact, "")
        : new Hits(texts.text("number.thousands", hits / 1_000), exact);
  }
}
