package io.github.sandboxcache.domain.settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the user sets about hits, misses and uses.
 *
 * @param followedLogs paths and globs of the sandbox server's logs, as the user wrote them
 * @param keepFactsDays how many days single facts are kept, 1 or more; daily sums are kept for ever
 */
public record UsageSettings(List<String> followedLogs, int keepFactsDays) {
  /** A hundred years. */
  public static final int MAX_DAYS = 36_500;

  public static final UsageSettings DEFAULT = new UsageSettings(List.of(), 400);

  /** The same with more logs to follow, behind the others; those that are among them stay once. */
  public UsageSettings following(List<String> more) {
    return new UsageSettings(
        Stream.concat(followedLogs.stream(), more.stream()).distinct().toList(), keepFactsDays);
  }

  /** Refuses values that make no sense; copies the list, so that the record never changes. */
  public UsageSettings {
    followedLogs = List.copyOf(followedLogs);
    if (keepFactsDays < 1 || keepFactsDays > MAX_DAYS) {
      throw new IllegalArgumentException("facts cannot be kept %d days".formatted(keepFactsDays));
    }
  }
}
