package io.github.sandboxcache.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** Clocks by which what was done within the last hours was done today. */
public final class NoonClock {
  private NoonClock() {}

  /** Goes on from noon of this day, in the system's time zone. */
  public static Clock started() {
    ZoneId zone = ZoneId.systemDefault();
    return Clock.offset(Clock.system(zone), Duration.between(LocalTime.now(zone), LocalTime.NOON));
  }
}
