package io.github.sandboxcache.usage;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.usage.UsageSummary.PackageHits;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums lookups up as they come. Not thread-safe. */
public final class UsageCounter {
  /** How many packages a summary names. */
  public static final int TOP_PACKAGES = 20;

  private final PackageNaming naming;
  private final Map<Language, HitCount> byLanguage = new HashMap<>();
  private final Map<PackageId, Long> packageHits = new HashMap<>();

  /** A counter that has counted nothing. */
  public UsageCounter(PackageNaming naming) {
    this.naming = naming;
  }

  private record PackageId(Language language, String name) {}

  /** Counts one lookup; a package that it names twice counts once. */
  public void add(Lookup lookup) {
    byLanguage.merge(lookup.language(), HitCount.NONE.plus(lookup.hit()), HitCount::plus);
    if (lookup.hit()) {
      Set<PackageId> packages = new LinkedHashSet<>();
      for (String asGiven : lookup.packages()) {
        String name = naming.nameOf(lookup.language(), asGiven);
        packages.add(new PackageId(lookup.language(), name));
      }
      packages.forEach(id -> packageHits.merge(id, 1L, Long::sum));
    }
  }

  /** All that was counted so far. */
  public UsageSummary summary() {
    List<PackageHits> top =
        packageHits.entrySet().stream()
            .map(e -> new PackageHits(e.getKey().language(), e.getKey().name(), e.getValue()))
            .sorted(
                Comparator.comparingLong(PackageHits::hits)
                    .reversed()
                    .thenComparing(PackageHits::name)
                    .thenComparing(PackageHits::language))
            .limit(TOP_PACKAGES)
            .toList();
    return new UsageSummary(byLanguage, top);
  }
}
