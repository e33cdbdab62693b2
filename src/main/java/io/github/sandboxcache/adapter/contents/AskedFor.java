package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.LayerFindings.Manifest;
import io.github.sandboxcache.adapter.contents.LayerFindings.Wish;
import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out which of the packages somebody may have asked for, and marks them. */
final class AskedFor {
  private static final int MAX_CANDIDATES = 2000;

  /** Installers that are often brought up to date before anything is asked for. */
  private static final Set<String> INSTALLERS =
      Set.of("pip", "setuptools", "wheel", "npm", "corepack", "bundler");

  private final Map<String, PackageDraft> packages;
  private final Map<String, Manifest> manifests;
  private final Map<Ecosystem, Map<String, List<PackageDraft>>> byName =
      new EnumMap<>(Ecosystem.class);
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * Looks through what an image has.
   *
   * @param packages by where they are
   * @param manifests by the path of their file
   */
  AskedFor(Map<String, PackageDraft> packages, Map<String, Manifest> manifests) {
    this.packages = packages;
    this.manifests = manifests;
    packages.values().forEach(draft -> named(draft.ecosystem, draft.name).add(draft));
    addPython();
    addNode();
    addOfManifests(Ecosystem.GO);
    addOfManifests(Ecosystem.CARGO);
    addThoseNobodyNeeds(Ecosystem.RUBY);
  }

  void addAll(List<Candidate> more) {
    candidates.addAll(more);
  }

  List<Candidate> list() {
    return candidates.stream().distinct().limit(MAX_CANDIDATES).toList();
  }

  private List<PackageDraft> named(Ecosystem ecosystem, String name) {
    return byName
        .computeIfAbsent(ecosystem, _ -> new HashMap<>())
        .computeIfAbsent(name, _ -> new ArrayList<>());
  }

  private List<PackageDraft> of(Ecosystem ecosystem) {
    return packages.values().stream().filter(each -> each.ecosystem == ecosystem).toList();
  }

  private void addPython() {
    List<PackageDraft> requested =
        of(Ecosystem.PYTHON).stream().filter(draft -> draft.asked).toList();
    if (requested.isEmpty()) {
      addThoseNobodyNeeds(Ecosystem.PYTHON);
    }
    requested.forEach(draft -> candidates.add(draft.toCandidate(!isInstaller(draft))));
  }

  private static boolean isInstaller(PackageDraft draft) {
    return INSTALLERS.contains(draft.name.toLowerCase(Locale.ROOT));
  }

  /** Where nothing says what was asked for: what no other one needs, and maybe the others. */
  private void addThoseNobodyNeeds(Ecosystem ecosystem) {
    Set<String> needed = new HashSet<>();
    List<PackageDraft> drafts = of(ecosystem);
    drafts.forEach(draft -> draft.dependencies.forEach(name -> needed.add(plain(name))));
    for (PackageDraft draft : drafts) {
      boolean nobodyNeedsIt = !needed.contains(plain(draft.name)) && !isInstaller(draft);
      draft.asked |= nobodyNeedsIt;
      candidates.add(draft.toCandidate(nobodyNeedsIt));
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  /** Of directories in which npm and its like installed, and of those that it knows as global. */
  private void addNode() {
    Map<String, List<PackageDraft>> byDirectory = new TreeMap<>();
    packages.forEach(
        (place, draft) -> {
          if (draft.ecosystem == Ecosystem.NPM) {
            int modules = place.indexOf(NodePackages.MODULES);
            List<PackageDraft> direct =
                byDirectory.computeIfAbsent(place.substring(0, modules), _ -> new ArrayList<>());
            if (place.indexOf(NodePackages.MODULES, modules + 1) < 0) {
              direct.add(draft);
            }
          }
        });
    byDirectory.forEach(
        (directory, direct) -> {
          Manifest manifest = manifests.get(directory + "package.json");
          if (manifest != null) {
            manifest
                .wishes()
                .forEach(wish -> add(Ecosystem.NPM, wish, nodePackage(directory, wish)));
          } else if (directory.endsWith("lib/")) {
            direct.forEach(this::addGlobal);
          }
        });
  }

  private void addGlobal(PackageDraft draft) {
    draft.asked = !isInstaller(draft);
    candidates.add(draft.toCandidate(draft.asked));
  }

  private Optional<PackageDraft> nodePackage(String directory, Wish wish) {
    return Optional.ofNullable(packages.get(directory + NodePackages.MODULES + wish.name()))
        .or(() -> onlyOne(Ecosystem.NPM, wish.name()));
  }

  private void addOfManifests(Ecosystem ecosystem) {
    boolean any = false;
    for (Map.Entry<String, Manifest> each : manifests.entrySet()) {
      if (each.getValue().ecosystem() == ecosystem && !each.getKey().endsWith(CargoCrates.LOCK)) {
        any |= !each.getValue().wishes().isEmpty();
        Map<String, String> locked = locked(each.getKey());
        for (Wish wish : each.getValue().wishes()) {
          String version =
              wish.version().isEmpty() ? locked.getOrDefault(wish.name(), "") : wish.version();
          Wish whole = new Wish(wish.name(), wish.written(), version, wish.direct());
          add(
              ecosystem,
              whole,
              version.isEmpty() ? onlyOne(ecosystem, wish.name()) : exactly(ecosystem, whole));
        }
      }
    }
    if (!any) {
      of(ecosystem).forEach(draft -> candidates.add(draft.toCandidate(false)));
    }
  }

  /** Versions by name where a lock file beside the manifest has one of each. */
  private Map<String, String> locked(String manifestPath) {
    Manifest lock =
        manifests.get(
            manifestPath.substring(0, manifestPath.lastIndexOf('/') + 1) + CargoCrates.LOCK);
    Map<String, String> versions = new HashMap<>();
    if (lock != null) {
      lock.wishes().forEach(wish -> versions.merge(wish.name(), wish.version(), (_, _) -> ""));
    }
    return versions;
  }

  private void add(Ecosystem ecosystem, Wish wish, Optional<PackageDraft> installed) {
    installed.ifPresent(draft -> draft.asked |= wish.direct());
    String version = installed.map(draft -> draft.version).orElse(wish.version());
    candidates.add(
        new Candidate(
            ecosystem,
            wish.name(),
            version,
            List.of(),
            Optional.of(wish.written()).filter(written -> !written.isEmpty()),
            wish.direct()));
  }

  private Optional<PackageDraft> exactly(Ecosystem ecosystem, Wish wish) {
    return named(ecosystem, wish.name()).stream()
        .filter(each -> each.version.equals(wish.version()))
        .findFirst();
  }

  private Optional<PackageDraft> onlyOne(Ecosystem ecosystem, String name) {
    List<PackageDraft> same = named(ecosystem, name);
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }
}
