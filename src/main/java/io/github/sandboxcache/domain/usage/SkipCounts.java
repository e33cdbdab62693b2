package io.github.sandboxcache.domain.usage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many lines were skipped for which reason, added up and as text that is kept. */
public final class SkipCounts {
  private static final String SEPARATOR = ",";
  private static final String ASSIGNMENT = ":";

  private SkipCounts() {}

  /** Those of two together, in the order of the reasons; unmodifiable. */
  public static Map<SkipReason, Long> sum(
      Map<SkipReason, Long> some, Map<SkipReason, Long> others) {
    Map<SkipReason, Long> sum = new EnumMap<>(SkipReason.class);
    sum.putAll(some);
    others.forEach((reason, lines) -> sum.merge(reason, lines, Long::sum));
    return Collections.unmodifiableMap(sum);
  }

  /** How many lines that are. */
  public static long lines(Map<SkipReason, Long> counts) {
    return counts.values().stream().mapToLong(lines -> lines).sum();
  }

  /** As text without semicolons, for example {@code BROKEN:3,NO_TIME:1}; empty for none. */
  public static String toText(Map<SkipReason, Long> counts) {
    return sum(counts, Map.of()).entrySet().stream()
        .map(count -> count.getKey() + ASSIGNMENT + count.getValue())
        .collect(Collectors.joining(SEPARATOR));
  }

  /**
   * Reads that text.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Map<SkipReason, Long> of(String text) {
    Map<SkipReason, Long> counts = new EnumMap<>(SkipReason.class);
    if (!text.isEmpty()) {
      for (String count : text.split(SEPARATOR, -1)) {
        String[] parts = count.split(ASSIGNMENT, 2);
        if (parts.length < 2) {
          throw new IllegalArgumentException("no count of skipped lines: " + count);
        }
        counts.put(SkipReason.valueOf(parts[0]), Long.parseLong(parts[1]));
      }
    }
    return Collections.unmodifiableMap(counts);
  }
}
