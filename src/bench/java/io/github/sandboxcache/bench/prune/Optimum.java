package io.github.sandboxcache.bench.prune;

import java.util.Arrays;
import java.util.List;

/**
 * What has to be waited for by whoever knows the future and decides best: exact, and so only for a
 * dozen images. Each set of images that fits is one state; the least wait to come to it is carried
 * from lookup to lookup. Layers count once.
 */
final class Optimum {
  /** Three to that power is how many steps one lookup takes. */
  private static final int MAX_ITEMS = 12;

  private final Trace trace;
  private final boolean[] fits;

  private Optimum(Trace trace) {
    if (trace.items().size() > MAX_ITEMS) {
      throw new IllegalArgumentException("too many images: " + trace.items().size());
    }
    this.trace = trace;
    this.fits = new boolean[1 << trace.items().size()];
    for (int set = 0; set < fits.length; set++) {
      fits[set] = bytes(set) <= trace.budget();
    }
  }

  /** In hours. */
  static double of(Trace trace) {
    return new Optimum(trace).hours();
  }

  private long bytes(int set) {
    long sum = 0;
    long groups = 0;
    for (Item item : trace.items()) {
      if ((set >> item.id() & 1) == 1) {
        sum += item.ownBytes();
        if (item.group() >= 0 && (groups >> item.group() & 1) == 0) {
          groups |= 1L << item.group();
          sum += item.sharedBytes();
        }
      }
    }
    return sum;
  }

  private double hours() {
    double[] waited = new double[fits.length];
    Arrays.fill(waited, Double.POSITIVE_INFINITY);
    waited[0] = 0;
    List<Trace.Lookup> lookups = trace.lookups();
    for (Trace.Lookup lookup : lookups) {
      waited = after(trace.items().get(lookup.item()), waited);
    }
    return Arrays.stream(waited).min().orElseThrow() / 3_600;
  }

  private double[] after(Item asked, double[] before) {
    double[] after = new double[before.length];
    Arrays.fill(after, Double.POSITIVE_INFINITY);
    int bit = 1 << asked.id();
    for (int set = 0; set < before.length; set++) {
      if (before[set] < Double.POSITIVE_INFINITY) {
        double seconds = before[set] + ((set & bit) == 0 ? asked.installSeconds() : 0);
        keep(set | bit, seconds, after);
      }
    }
    return after;
  }

  /** What fits is kept whole: it can be given up later as well. */
  private void keep(int set, double seconds, double[] after) {
    if (fits[set]) {
      after[set] = Math.min(after[set], seconds);
      return;
    }
    for (int part = set; part > 0; part = (part - 1) & set) {
      if (fits[part]) {
        after[part] = Math.min(after[part], seconds);
      }
    }
    after[0] = Math.min(after[0], seconds);
  }
}
