package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.SizedPath;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The largest of all that were offered, up to a bound. */
final class LargestPaths {
  private static final Comparator<SizedPath> SMALLEST_FIRST =
      Comparator.comparingLong(SizedPath::bytes)
          .thenComparing(SizedPath::path, Comparator.reverseOrder());

  private final int max;
  private final PriorityQueue<SizedPath> kept = new PriorityQueue<>(SMALLEST_FIRST);

  LargestPaths(int max) {
    this.max = max;
  }

  void offer(String path, long bytes) {
    if (kept.size() < max || bytes >= kept.element().bytes()) {
      kept.add(new SizedPath(path, bytes));
      if (kept.size() > max) {
        kept.remove();
      }
    }
  }

  void offerAll(LargestPaths others) {
    others.kept.forEach(each -> offer(each.path(), each.bytes()));
  }

  /** The largest first. */
  List<SizedPath> list() {
    return kept.stream().sorted(SMALLEST_FIRST.reversed()).toList();
  }
}
