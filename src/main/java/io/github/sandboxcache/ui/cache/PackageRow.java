package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.text.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An installed package as the pane shows it. All text is harmless to show.
 *
 * @param name as its own metadata spells it
 * @param version empty when it tells none
 * @param asked whether somebody asked for it
 * @param neededBy the package that needs it; empty for one that was asked for, or that none needs
 * @param moreNeed how many others need it, too
 * @param sizeBytes what its files take; empty when that is not known
 * @param share its bar, 0 to 1 of the largest package
 */
record PackageRow(
    String name,
    String version,
    boolean asked,
    String neededBy,
    int moreNeed,
    OptionalLong sizeBytes,
    double share) {
  /**
   * All packages: those that were asked for, the largest first, and beneath each what it needs and
   * none before it does; what nothing needs comes last.
   *
   * @param asked whether somebody asked for a package
   */
  static List<PackageRow> of(List<InstalledPackage> packages, Predicate<InstalledPackage> asked) {
    return new Order(packages, asked).rows();
  }

  private record Key(Ecosystem ecosystem, String name) {
    static Key of(InstalledPackage each) {
      return of(each.ecosystem(), each.name());
    }

    static Key of(Ecosystem ecosystem, String name) {
      return new Key(
          ecosystem,
          ecosystem == Ecosystem.PYTHON
              ? name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")
              : name);
    }
  }

  private static final class Order {
    private static final Comparator<InstalledPackage> LARGEST_FIRST =
        Comparator.comparingLong((InstalledPackage each) -> -each.sizeBytes().orElse(0))
            .thenComparing(InstalledPackage::name);

    private final List<InstalledPackage> packages;
    private final Map<Key, InstalledPackage> byKey = new LinkedHashMap<>();
    private final Map<Key, Set<String>> needing = new HashMap<>();
    private final Set<InstalledPackage> placed = new HashSet<>();
    private final Set<Key> asked = new HashSet<>();
    private final List<PackageRow> rows = new ArrayList<>();
    private final long largest;

    Order(List<InstalledPackage> packages, Predicate<InstalledPackage> isAsked) {
      this.packages = packages.stream().sorted(LARGEST_FIRST).toList();
      this.largest =
          Math.max(1, packages.stream().mapToLong(p -> p.sizeBytes().orElse(0)).max().orElse(1));
      for (InstalledPackage each : this.packages) {
        byKey.putIfAbsent(Key.of(each), each);
        for (String name : each.dependencies()) {
          needing
              .computeIfAbsent(Key.of(each.ecosystem(), name), _ -> new LinkedHashSet<>())
              .add(each.name());
        }
        if (isAsked.test(each)) {
          asked.add(Key.of(each));
        }
      }
    }

    List<PackageRow> rows() {
      for (InstalledPackage each : packages) {
        if (asked.contains(Key.of(each)) && placed.add(each)) {
          add(each, true, Optional.empty());
          addNeeded(each);
        }
      }
      for (InstalledPackage each : packages) {
        if (placed.add(each)) {
          add(each, false, needing.getOrDefault(Key.of(each), Set.of()).stream().findFirst());
        }
      }
      return rows;
    }

    private void addNeeded(InstalledPackage root) {
      Map<InstalledPackage, String> found = new LinkedHashMap<>();
      Deque<InstalledPackage> waiting = new ArrayDeque<>(List.of(root));
      while (!waiting.isEmpty()) {
        InstalledPackage each = waiting.remove();
        for (String name : each.dependencies()) {
          Optional.ofNullable(byKey.get(Key.of(each.ecosystem(), name)))
              .filter(needed -> !asked.contains(Key.of(needed)) && placed.add(needed))
              .ifPresent(
                  needed -> {
                    found.put(needed, each.name());
                    waiting.add(needed);
                  });
        }
      }
      found.keySet().stream()
          .sorted(LARGEST_FIRST)
          .forEach(needed -> add(needed, false, Optional.ofNullable(found.get(needed))));
    }

    private void add(InstalledPackage each, boolean isAsked, Optional<String> neededBy) {
      int more = needing.getOrDefault(Key.of(each), Set.of()).size() - 1;
      rows.add(
          new PackageRow(
              PlainText.line(each.name()),
              PlainText.line(each.version()),
              isAsked,
              PlainText.line(neededBy.orElse("")),
              neededBy.isPresent() ? Math.max(0, more) : 0,
              each.sizeBytes(),
              (double) each.sizeBytes().orElse(0) / largest));
    }
  }
}
