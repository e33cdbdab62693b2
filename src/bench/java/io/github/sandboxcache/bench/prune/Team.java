package io.github.sandboxcache.bench.prune;

import io.github.sandboxcache.bench.prune.Simulation.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Developers who ask for packages for a month, each with a cache of his own, with or without a
 * registry behind it.
 *
 * @param work what all of them ask for, in the order of time; its budget is that of each
 * @param keys so many of its items, the first, are asked for again; later ones only once
 * @param developers how many there are
 * @param alike how much of what a developer asks for is what the whole team asks for, 0 to 1; the
 *     rest is among keys of his own
 */
record Team(Trace work, int keys, int developers, double alike) {
  private static final double DAYS = 30;

  /** What a layer's archive has of the layer's bytes; registries keep and move archives. */
  private static final double COMPRESSED = 0.35;

  /** 100 Mbit/s between a developer and the registry. */
  private static final double BYTES_PER_SECOND = 12.5e6;

  private static final double UNPACKED_PER_SECOND = 150e6;

  /** To ask the registry whether it has an image. */
  private static final double ASK_SECONDS = 0.05;

  /** Where a developer looks for an image. */
  enum Sharing {
    NOTHING_CACHED,
    OWN_CACHE,
    REGISTRY
  }

  /**
   * What came of it, of all developers together.
   *
   * @param waitedHours for installs and pulls
   * @param foundPercent of all lookups, here or in the registry
   * @param indexBytes downloaded from package indexes by installs
   * @param asked how often the registry was asked
   * @param pulls images pulled from the registry
   * @param pulledBytes moved by that
   * @param pushes images pushed
   * @param pushedBytes moved by that; what the registry keeps in the end
   */
  record Outcome(
      double waitedHours,
      double foundPercent,
      double indexBytes,
      long asked,
      long pulls,
      double pulledBytes,
      long pushes,
      double pushedBytes) {
    /** What a registry has to bear, in words. */
    String load() {
      return ("a day %,.0f questions, %,.0f pulls of %.1f GB together, %,.0f pushes of %.1f GB;"
              + " %.0f GB kept after a month")
          .formatted(
              asked / DAYS,
              pulls / DAYS,
              pulledBytes / DAYS / 1e9,
              pushes / DAYS,
              pushedBytes / DAYS / 1e9,
              pushedBytes / 1e9);
    }
  }

  Outcome run(Sharing sharing, long seed) {
    return new Month(sharing, new Random(seed)).outcome();
  }

  /** One month. */
  private final class Month {
    private final Sharing sharing;
    private final Random random;
    private final List<Simulation> caches = new ArrayList<>();
    private final Set<Integer> images = new HashSet<>();
    private final Set<Integer> sharedLayers = new HashSet<>();
    private double waited;
    private long found;
    private double indexBytes;
    private long asked;
    private long pulls;
    private double pulledBytes;
    private double pushedBytes;

    Month(Sharing sharing, Random random) {
      this.sharing = sharing;
      this.random = random;
      for (int i = 0; i < developers; i++) {
        caches.add(new Simulation(work.items(), work.budget(), Rule.VALUE));
      }
    }

    Outcome outcome() {
      for (Trace.Lookup lookup : work.lookups()) {
        int developer = random.nextInt(developers);
        lookUp(developer, wanted(lookup.item(), developer), lookup.hour());
      }
      return new Outcome(
          waited / 3_600,
          100.0 * found / work.lookups().size(),
          indexBytes,
          asked,
          pulls,
          pulledBytes,
          images.size(),
          pushedBytes);
    }

    /** What is his own are as many keys as come to each developer. */
    private int wanted(int item, int developer) {
      boolean own = item < keys && random.nextDouble() >= alike;
      int each = keys / developers;
      return own ? developer * each + item % each : item;
    }

    private void lookUp(int developer, int number, double now) {
      Item item = work.items().get(number);
      if (sharing == Sharing.NOTHING_CACHED) {
        install(item);
        return;
      }
      long missing = caches.get(developer).lookUp(number, now);
      if (missing == 0) {
        found++;
      } else if (sharing == Sharing.OWN_CACHE) {
        install(item);
      } else {
        ask(item, missing);
      }
    }

    private void ask(Item item, long missing) {
      asked++;
      waited += ASK_SECONDS;
      if (images.contains(item.id())) {
        found++;
        pulls++;
        pulledBytes += missing * COMPRESSED;
        waited += missing * COMPRESSED / BYTES_PER_SECOND + missing / UNPACKED_PER_SECOND;
      } else {
        install(item);
        push(item);
      }
    }

    /** Nobody waits for it. */
    private void push(Item item) {
      boolean _ = images.add(item.id());
      boolean known = item.group() < 0 || !sharedLayers.add(item.group());
      pushedBytes += (item.ownBytes() + (known ? 0 : item.sharedBytes())) * COMPRESSED;
    }

    private void install(Item item) {
      waited += item.installSeconds();
      indexBytes += (item.ownBytes() + item.sharedBytes()) * COMPRESSED;
    }
  }
}
