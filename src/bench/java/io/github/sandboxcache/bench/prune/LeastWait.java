package io.github.sandboxcache.bench.prune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be waited for whoever decides, even if he knew the future: a bound by Berger,
 * Beckmann and Harchol-Balter (PFOO-L, 2018). To keep an image from one lookup to the next takes
 * its bytes for that long; the cache has its budget for the whole time, and the intervals that save
 * most for what they take are chosen, also in part. Shared layers count as nothing, so that it
 * stays a bound.
 */
final class LeastWait {
  private LeastWait() {}

  private record Interval(double seconds, double space) {}

  /** In hours. */
  static double of(Trace trace) {
    List<Interval> intervals = new ArrayList<>();
    Map<Integer, Integer> last = new HashMap<>();
    double all = 0;
    for (int i = 0; i < trace.lookups().size(); i++) {
      Item item = trace.items().get(trace.lookups().get(i).item());
      all += item.installSeconds();
      Integer before = last.put(item.id(), i);
      if (before != null) {
        intervals.add(new Interval(item.installSeconds(), (double) item.ownBytes() * (i - before)));
      }
    }
    intervals.sort((a, b) -> Double.compare(b.seconds() / b.space(), a.seconds() / a.space()));
    double left = (double) trace.budget() * trace.lookups().size();
    double saved = 0;
    for (Interval interval : intervals) {
      double part = Math.min(1, left / interval.space());
      saved += interval.seconds() * part;
      left -= interval.space() * part;
      if (left <= 0) {
        break;
      }
    }
    return (all - saved) / 3_600;
  }
}
