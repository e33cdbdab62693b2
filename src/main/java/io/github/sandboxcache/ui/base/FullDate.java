package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Dates with time of day, in the user's time zone. */
public final class FullDate {
  private FullDate() {}

  /** The same; that it is not known when it is not. */
  public static String of(Optional<Instant> time) {
    return time.map(FullDate::of).orElseGet(() -> Texts.text("unknown"));
  }

  /** For example {@code 4 March 2026, 18:05:00}. */
  public static String of(Instant time) {
    return Texts.date("date.full").format(time.atZone(ZoneId.systemDefault()));
  }
}
