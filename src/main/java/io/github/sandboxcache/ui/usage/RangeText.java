package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.UsageRange;
import java.util.Locale;

/** The keys under which a range has its words. */
public final class RangeText {
  private RangeText() {}

  /** The last part of the key, for example {@code week}. */
  public static String key(UsageRange range) {
    return range.name().toLowerCase(Locale.ROOT);
  }
}
