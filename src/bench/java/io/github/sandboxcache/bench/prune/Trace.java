package io.github.sandboxcache.bench.prune;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lookups of a cache, in the order of time.
 *
 * @param name what it is like
 * @param items what is asked for
 * @param lookups the lookups
 * @param budget how many bytes the cache may take, beside base images
 */
record Trace(String name, List<Item> items, List<Lookup> lookups, long budget) {
  private static final double MONTH_HOURS = 30 * 24;

  /**
   * Somebody asks.
   *
   * @param item the number of the item
   * @param hour when
   */
  record Lookup(int item, double hour) {}

  /** A few are asked for often, most hardly ever; and which ones they are changes with time. */
  static Trace drift(int items, int lookups, long budget, long seed) {
    Random random = new Random(seed);
    int[] order = random.ints(0, items).limit(items).toArray();
    Zipf zipf = new Zipf(items, 0.9);
    int[] asked = new int[lookups];
    for (int i = 0; i < lookups; i++) {
      if (i % 50 == 0) {
        swap(order, random.nextInt(items), zipf.next(random));
      }
      asked[i] = order[zipf.next(random)];
    }
    return new Trace("popularity that drifts", Item.some(items, random), evenly(asked), budget);
  }

  /** Every second lookup is for something that nobody asks for again. */
  static Trace scan(int items, int lookups, long budget, long seed) {
    Random random = new Random(seed);
    Zipf zipf = new Zipf(items, 0.9);
    int[] asked = new int[lookups];
    int once = items;
    for (int i = 0; i < lookups; i++) {
      asked[i] = random.nextBoolean() ? zipf.next(random) : once++;
    }
    return new Trace(
        "every second install is for once", Item.some(once, random), evenly(asked), budget);
  }

  /** Each day of the week has work of its own, beside some that is always there. */
  static Trace weekly(int items, int lookups, long budget, long seed) {
    Random random = new Random(seed);
    Zipf zipf = new Zipf(items / 8, 0.7);
    int[] asked = new int[lookups];
    for (int i = 0; i < lookups; i++) {
      int day = (int) (hour(i, lookups) / 24) % 7;
      int work = random.nextInt(3) == 0 ? 7 : day;
      asked[i] = work * (items / 8) + zipf.next(random);
    }
    return new Trace("a rhythm of weeks", Item.some(items, random), evenly(asked), budget);
  }

  /** One after the other, round and round, a little more than fits. */
  static Trace loop(int items, int lookups, long seed) {
    Random random = new Random(seed);
    List<Item> all = Item.some(items, random);
    int[] asked = new int[lookups];
    for (int i = 0; i < lookups; i++) {
      asked[i] = i % items;
    }
    long bytes = all.stream().mapToLong(item -> item.ownBytes() + item.sharedBytes()).sum();
    return new Trace("a loop that does not fit", all, evenly(asked), bytes * 8 / 10);
  }

  /** Forty sets of seven languages in a month, as a developer's log has them. */
  static Trace month(long seed) {
    Random random = new Random(seed);
    int items = 42;
    Zipf zipf = new Zipf(items, 1.1);
    int[] asked = new int[4_500];
    for (int i = 0; i < asked.length; i++) {
      // What was new in the last weeks is asked for more.
      int newest = items * (i + 1_500) / (asked.length + 1_500);
      asked[i] = Math.max(0, newest - 1 - zipf.next(random));
    }
    return new Trace(
        "a developer's month", Item.some(items, random), evenly(asked), 2_000_000_000L);
  }

  /** So few images that the optimum can be worked out. */
  static Trace small(long seed) {
    Random random = new Random(seed);
    List<Item> items = Item.some(12, random);
    Zipf zipf = new Zipf(items.size(), 0.9);
    int[] order = IntStream.range(0, items.size()).toArray();
    int[] asked = new int[600];
    for (int i = 0; i < asked.length; i++) {
      if (i % 25 == 0) {
        swap(order, random.nextInt(items.size()), zipf.next(random));
      }
      asked[i] = order[zipf.next(random)];
    }
    long bytes = items.stream().mapToLong(item -> item.ownBytes() + item.sharedBytes()).sum();
    return new Trace("a dozen images", items, evenly(asked), bytes / 2);
  }

  private static void swap(int[] order, int a, int b) {
    int before = order[a];
    order[a] = order[b];
    order[b] = before;
  }

  private static List<Lookup> evenly(int[] asked) {
    return IntStream.range(0, asked.length)
        .mapToObj(i -> new Lookup(asked[i], hour(i, asked.length)))
        .toList();
  }

  private static double hour(int lookup, int lookups) {
    return MONTH_HOURS * lookup / lookups;
  }

  /** The rank of an item, small ones often. */
  private static final class Zipf {
    private final double[] sums;

    Zipf(int items, double exponent) {
      sums = new double[items];
      double sum = 0;
      for (int i = 0; i < items; i++) {
        sum += 1 / Math.pow(i + 1, exponent);
        sums[i] = sum;
      }
    }

    int next(Random random) {
      double wanted = random.nextDouble() * sums[sums.length - 1];
      int place = Arrays.binarySearch(sums, wanted);
      return Math.min(sums.length - 1, place < 0 ? -place - 1 : place);
    }
  }
}
