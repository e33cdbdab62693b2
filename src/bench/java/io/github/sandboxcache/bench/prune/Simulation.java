package io.github.sandboxcache.bench.prune;

import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayeredImage;
import io.github.sandboxcache.domain.usage.RecentUse.Weighted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A cache that is pruned to nine tenths of its budget whenever it is beyond it, and what its users
 * wait for.
 */
final class Simulation {
  private static final double AFTER_PRUNE = 0.9;
  private static final double MS_PER_HOUR = 3_600_000;

  private final List<Item> items;
  private final long budget;
  private final Rule rule;
  private final Map<Integer, Entry> known = new HashMap<>();
  private final Map<Integer, Entry> cached = new HashMap<>();
  private final Map<Integer, Integer> holders = new HashMap<>();
  private final List<LayeredImage> bases =
      IntStream.range(0, Item.LANGUAGES).mapToObj(Item::base).toList();
  private long bytes;

  /** Which images are given up. */
  enum Rule {
    /** The oldest of the language that has most, as when N newest of each are kept. */
    NEWEST,
    /** What was used longest ago. */
    LAST_USED,
    /** What saves least time for the bytes that it frees. */
    VALUE
  }

  /** What is known of an image, also after it is gone, as the ledger knows it. */
  private static final class Entry {
    final Item item;
    double madeAt;
    double usedAt;
    private Weighted lookups = Weighted.NONE;

    Entry(Item item) {
      this.item = item;
    }

    void lookUp(double now) {
      lookups = lookupsAt(now).plus(Weighted.of(1, Duration.ZERO));
      usedAt = now;
    }

    double expectedHits(double now) {
      return lookupsAt(now).expected(hours(now - usedAt));
    }

    private Weighted lookupsAt(double now) {
      Weighted one = Weighted.of(1, hours(now - usedAt));
      return new Weighted(lookups.slow() * one.slow(), lookups.fast() * one.fast());
    }

    private static Duration hours(double count) {
      return Duration.ofMillis((long) (count * MS_PER_HOUR));
    }
  }

  /**
   * What came of a simulation.
   *
   * @param hits of so many lookups
   * @param lookups all of them
   * @param waitedHours for installs
   */
  record Outcome(int hits, int lookups, double waitedHours) {
    double hitRate() {
      return 100.0 * hits / lookups;
    }
  }

  /**
   * An empty cache.
   *
   * @param items all that may be asked for
   * @param budget in bytes, beside base images
   */
  Simulation(List<Item> items, long budget, Rule rule) {
    this.items = items;
    this.budget = budget;
    this.rule = rule;
  }

  static Outcome of(Trace trace, Rule rule) {
    Simulation cache = new Simulation(trace.items(), trace.budget(), rule);
    int hits = 0;
    double waited = 0;
    for (Trace.Lookup lookup : trace.lookups()) {
      if (cache.lookUp(lookup.item(), lookup.hour()) == 0) {
        hits++;
      } else {
        waited += trace.items().get(lookup.item()).installSeconds();
      }
    }
    return new Outcome(hits, trace.lookups().size(), waited / 3_600);
  }

  /**
   * Somebody asks for an item, which is there afterwards.
   *
   * @return the bytes of the layers that were missing; 0 for a hit
   */
  long lookUp(int number, double now) {
    Item item = items.get(number);
    Entry entry = cached.get(item.id());
    if (entry != null) {
      entry.lookUp(now);
      return 0;
    }
    long before = bytes;
    add(item, now);
    long missing = bytes - before;
    if (bytes > budget) {
      prune(now);
    }
    return missing;
  }

  private void add(Item item, double now) {
    Entry entry = known.computeIfAbsent(item.id(), _ -> new Entry(item));
    entry.lookUp(now);
    entry.madeAt = now;
    cached.put(item.id(), entry);
    bytes += item.ownBytes();
    if (item.group() >= 0 && holders.merge(item.group(), 1, Integer::sum) == 1) {
      bytes += item.sharedBytes();
    }
  }

  private void remove(Item item) {
    cached.remove(item.id());
    bytes -= item.ownBytes();
    if (item.group() >= 0 && holders.merge(item.group(), -1, Integer::sum) == 0) {
      bytes -= item.sharedBytes();
    }
  }

  private void prune(double now) {
    long goal = (long) (budget * AFTER_PRUNE);
    switch (rule) {
      case NEWEST -> giveUpNewest(goal);
      case LAST_USED -> {
        List<Entry> entries = new ArrayList<>(cached.values());
        entries.sort(Comparator.comparingDouble(entry -> entry.usedAt));
        for (Iterator<Entry> next = entries.iterator(); bytes > goal && next.hasNext(); ) {
          remove(next.next().item);
        }
      }
      case VALUE ->
          worthless(bytes - goal, now).forEach(id -> remove(items.get(Integer.parseInt(id))));
    }
  }

  private void giveUpNewest(long goal) {
    Map<Integer, List<Entry>> byLanguage = new HashMap<>();
    cached
        .values()
        .forEach(
            entry ->
                byLanguage
                    .computeIfAbsent(entry.item.language(), _ -> new ArrayList<>())
                    .add(entry));
    byLanguage
        .values()
        .forEach(entries -> entries.sort(Comparator.comparingDouble(e -> -e.madeAt)));
    while (bytes > goal) {
      List<Entry> most =
          byLanguage.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
      remove(most.removeLast().item);
    }
  }

  /** By the app's own choice, over the layers of all images there are. */
  private Set<String> worthless(long wanted, double now) {
    List<LayeredImage> images = new ArrayList<>(bases);
    Map<String, Double> losses = new HashMap<>();
    for (Entry entry : cached.values()) {
      images.add(entry.item.image());
      losses.put(
          Integer.toString(entry.item.id()), entry.expectedHits(now) * entry.item.installSeconds());
    }
    return new LinkedHashSet<>(
        LayerGraph.of(images, OptionalLong.empty()).cheapestToFree(losses, wanted));
  }
}
