package io.github.sandboxcache.ui.fx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates with time of day, in the user's time zone. */
public final class FullDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

  private FullDate() {}

  /** For example {@code 4 March 2026, 18:05:00}. */
  public static String of(Instant time) {
    return FORMAT.format(time.atZone(ZoneId.systemDefault()));
  }
}
