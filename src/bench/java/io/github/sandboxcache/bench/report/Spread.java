package io.github.sandboxcache.bench.report;

import java.util.Arrays;
import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one
 * @param low the 10th percentile; the least of fewer than ten
 * @param high the 90th percentile; the greatest of fewer than ten
 */
public record Spread(double median, double low, double high) {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;
  private static final int ENOUGH_FOR_PERCENTILES = 10;

  /** The spread of those measurements, of which there is at least one. */
  public static Spread of(List<Double> measured) {
    double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    boolean few = sorted.length < ENOUGH_FOR_PERCENTILES;
    return new Spread(at(sorted, 0.5), at(sorted, few ? 0 : LOW), at(sorted, few ? 1 : HIGH));
  }

  /** A thing measured once. */
  public static Spread once(double value) {
    return new Spread(value, value, value);
  }

  private static double at(double[] sorted, double fraction) {
    double place = fraction * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The same in another unit. */
  public Spread times(double factor) {
    double[] ends = {low * factor, high * factor};
    Arrays.sort(ends);
    return new Spread(median * factor, ends[0], ends[1]);
  }
}
