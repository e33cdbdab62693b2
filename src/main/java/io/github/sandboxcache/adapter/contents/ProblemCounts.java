package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import java.util.EnumMap;
import java.util.Map;

/** How often what went wrong. */
final class ProblemCounts {
  private final Map<ContentsProblem, Long> counts = new EnumMap<>(ContentsProblem.class);

  void add(ContentsProblem problem) {
    counts.merge(problem, 1L, Long::sum);
  }

  void addAll(ProblemCounts more) {
    more.counts.forEach((problem, count) -> counts.merge(problem, count, Long::sum));
  }

  Map<ContentsProblem, Long> asMap() {
    return Map.copyOf(counts);
  }
}
