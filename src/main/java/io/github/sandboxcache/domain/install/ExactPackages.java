package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Packages as a package manager is told to install them. Names and versions that were read inside
 * an image are untrusted: what {@link PackageRules} refuse, or is not one exact version, is left
 * out, so that the package manager chooses.
 *
 * @param asked those that somebody asked for, in their order; as given where no version is known
 * @param allKnown whether each of those has the version that is recorded
 * @param others those that came along, each in one exact version and, where its needs are known,
 *     after them
 */
record ExactPackages(List<String> asked, boolean allKnown, List<String> others) {
  /** A version of its own, not a range, a list or a word for the newest. */
  private static final Pattern VERSION = Pattern.compile("v?[0-9][A-Za-z0-9.!+~:_-]*");

  ExactPackages {
    asked = List.copyOf(asked);
    others = List.copyOf(others);
  }

  /** Packages without any recorded versions. */
  static ExactPackages asGiven(List<String> asked) {
    return new ExactPackages(asked, false, List.of());
  }

  /** Packages of a language in the versions that an image had. */
  static ExactPackages of(Language language, List<String> asked, List<InstalledPackage> installed) {
    Recorded recorded = Recorded.of(language, installed);
    List<String> exact = new ArrayList<>();
    boolean allKnown = true;
    Set<String> names = new HashSet<>();
    for (String given : asked) {
      PackageName parts = PackageName.of(language, given);
      String name = recorded.holder(AskedNames.plain(language, parts.name()));
      names.add(name);
      Optional<String> known =
          theOne(recorded.versions(name))
              .flatMap(found -> exact(language, parts.name() + parts.extras(), found.version()));
      exact.add(known.orElse(given));
      allKnown &= known.isPresent();
    }
    List<String> others =
        recorded.needsFirst().stream()
            .filter(name -> !names.contains(name))
            .map(recorded::versions)
            .filter(versions -> versions.size() == 1)
            .flatMap(List::stream)
            .flatMap(each -> exact(language, each.name(), each.version()).stream())
            .toList();
    return new ExactPackages(exact, allKnown, others);
  }

  /** Of several versions, the one that was asked for. */
  private static Optional<InstalledPackage> theOne(List<InstalledPackage> versions) {
    List<InstalledPackage> candidates =
        versions.size() > 1 ? versions.stream().filter(InstalledPackage::asked).toList() : versions;
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private static Optional<String> exact(Language language, String name, String version) {
    String sign =
        switch (language.name()) {
          case "python" -> "==";
          case "rust" -> "@=";
          case "bash" -> "=";
          case "ruby" -> ":";
          default -> "@";
        };
    return Optional.of(name + sign + version)
        .filter(_ -> VERSION.matcher(version).matches())
        .filter(text -> PackageRules.check(language, text).isEmpty());
  }

  /** The packages of one language that an image had, by their names in one spelling. */
  private record Recorded(Language language, Map<String, List<InstalledPackage>> byName) {
    static Recorded of(Language language, List<InstalledPackage> installed) {
      return new Recorded(
          language,
          installed.stream()
              .filter(each -> each.ecosystem().serves(language))
              .collect(
                  Collectors.groupingBy(
                      each -> AskedNames.plain(language, each.name()),
                      LinkedHashMap::new,
                      Collectors.toList())));
    }

    List<InstalledPackage> versions(String name) {
      return byName.getOrDefault(name, List.of());
    }

    /** The package that an asked one is part of: of Go's packages, their module. */
    String holder(String name) {
      String holder = name;
      while (language.equals(Language.GO) && !byName.containsKey(holder) && holder.contains("/")) {
        holder = holder.substring(0, holder.lastIndexOf('/'));
      }
      return byName.containsKey(holder) ? holder : name;
    }

    /** All names, each after those of the packages that it needs. */
    List<String> needsFirst() {
      Set<String> visited = new HashSet<>();
      Set<String> ordered = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(byName.keySet());
      while (!open.isEmpty()) {
        String name = open.getFirst();
        if (visited.add(name)) {
          versions(name).stream()
              .flatMap(each -> each.dependencies().stream())
              .map(need -> AskedNames.plain(language, need))
              .filter(need -> byName.containsKey(need) && !visited.contains(need))
              .forEach(open::push);
        } else {
          ordered.add(open.pop());
        }
      }
      return List.copyOf(ordered);
    }
  }
}
