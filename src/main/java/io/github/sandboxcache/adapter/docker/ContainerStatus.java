package io.github.sandboxcache.adapter.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the status of a listed container, {@code Exited (0) 3 days ago} or {@code Up 2 hours}, as
 * both engines write it (HumanDuration of docker's go-units). Rounded as it is, it tells for how
 * long at least nothing has happened.
 */
final class ContainerStatus {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:Up|Exited \\(-?\\d+\\)) (About an?|\\d{1,6})"
              + " (second|minute|hour|day|week|month|year)s?(?: ago)?(?: \\(.*\\))?");

  private static final Map<String, Duration> UNITS =
      Map.of(
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "month", Duration.ofDays(30),
          "year", Duration.ofDays(365));

  /** From hours on the engine adds half an hour before it cuts off. */
  private static final Duration ROUNDING = Duration.ofMinutes(30);

  private ContainerStatus() {}

  /** A time after which the container has neither started nor ended, as far as its status tells. */
  static Optional<Instant> unchangedSince(String status, Optional<Instant> created, Instant now) {
    if (status.equals("Created")) {
      return created;
    }
    Matcher matcher = FORM.matcher(status);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = matcher.group(1).startsWith("About") ? 1 : Long.parseLong(matcher.group(1));
    Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
    Duration age = unit.multipliedBy(count);
    return Optional.of(now.minus(unit.compareTo(ROUNDING) > 0 ? age.minus(ROUNDING) : age));
  }
}
