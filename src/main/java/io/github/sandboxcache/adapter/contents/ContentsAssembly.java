package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.LayerFindings.Manifest;
import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.contents.OwnLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lays what was found in each layer upon each other, as the image shows it. */
final class ContentsAssembly {
  private static final Comparator<InstalledPackage> BY_KIND_AND_NAME =
      Comparator.comparing(InstalledPackage::ecosystem)
          .thenComparing(InstalledPackage::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(InstalledPackage::name)
          .thenComparing(InstalledPackage::version);

  /** What packages of all layers may take in memory, in bytes. */
  private static final long MAX_TEXT = 72L << 20;

  private final LayerStack stack;
  private final ProblemCounts problems = new ProblemCounts();
  private final FileTally files = new FileTally(problems);

  /** By its place in the stack, lowest first. */
  private final Map<Integer, LayerFindings> own = new TreeMap<>();

  private final Map<Integer, LayerFindings> base = new TreeMap<>();
  private final Map<Integer, OwnLayer> layers = new TreeMap<>();
  private long text;

  ContentsAssembly(LayerStack stack) {
    this.stack = stack;
  }

  boolean isPartOfImage(String diffId) {
    return stack.diffIds().contains(diffId);
  }

  boolean isOwn(String diffId) {
    return stack.own().contains(diffId);
  }

  /** Whether that layer has been added. */
  boolean has(String diffId) {
    int place = stack.diffIds().lastIndexOf(diffId);
    return own.containsKey(place) || base.containsKey(place);
  }

  void add(ContentsProblem problem) {
    problems.add(problem);
  }

  /** Adds a layer of the image; of one of the base only what the system's manager installed. */
  void add(String diffId, LayerFindings found) {
    int place = stack.diffIds().lastIndexOf(diffId);
    if (!isOwn(diffId)) {
      LayerFindings system = new LayerFindings();
      system.databases.putAll(found.databases);
      if (found.problems.asMap().containsKey(ContentsProblem.LAYER_DAMAGED)) {
        system.problems.add(ContentsProblem.LAYER_DAMAGED);
      }
      base.put(place, system);
      return;
    }
    problems.addAll(found.problems);
    files.addAll(found.files);
    layers.put(place, new OwnLayer(diffId, found.files.count()));
    text += found.textBytes();
    if (text > MAX_TEXT) {
      problems.add(ContentsProblem.TOO_MANY_PACKAGES);
      own.put(place, new LayerFindings());
    } else {
      own.put(place, found);
    }
  }

  ImageContents toContents() {
    long missing = stack.own().stream().filter(diffId -> !has(diffId)).count();
    for (long i = 0; i < missing; i++) {
      problems.add(ContentsProblem.LAYER_MISSING);
    }
    Map<String, PackageDraft> packages = new TreeMap<>();
    Map<String, Manifest> manifests = new TreeMap<>();
    for (LayerFindings layer : own.values()) {
      packages.keySet().removeIf(layer::hides);
      manifests.keySet().removeIf(layer::hides);
      layer.packages.forEach(
          (place, draft) -> {
            PackageDraft lower = packages.putIfAbsent(place, draft);
            if (lower != null) {
              lower.addLater(draft);
            }
          });
      manifests.putAll(layer.manifests);
    }
    packages.values().removeIf(draft -> draft.name.isEmpty());
    AskedFor asked = new AskedFor(packages, manifests);
    List<PackageDraft> all = new ArrayList<>(packages.values());
    for (Ecosystem system : List.of(Ecosystem.DEBIAN, Ecosystem.ALPINE)) {
      all.addAll(systemPackages(system, asked));
    }
    return new ImageContents(
        List.copyOf(layers.values()),
        installed(all),
        asked.list(),
        files.toOwnFiles(),
        problems.asMap());
  }

  /** What the system's manager installed above the base, if that can be told. */
  private List<PackageDraft> systemPackages(Ecosystem ecosystem, AskedFor asked) {
    SystemDatabase now = merged(ecosystem, own);
    if (now.installed.isEmpty()) {
      return List.of();
    }
    if (!isBaseLegible()) {
      problems.add(ContentsProblem.BASE_UNREADABLE);
      return List.of();
    }
    SystemChange change = new SystemChange(merged(ecosystem, base), now);
    asked.addAll(change.candidates(ecosystem));
    return change.added();
  }

  private boolean isBaseLegible() {
    return stack.diffIds().stream().allMatch(diffId -> isOwn(diffId) || has(diffId))
        && base.values().stream().allMatch(layer -> layer.problems.asMap().isEmpty());
  }

  private static SystemDatabase merged(Ecosystem ecosystem, Map<Integer, LayerFindings> layers) {
    SystemDatabase merged = new SystemDatabase();
    layers.values().stream()
        .flatMap(layer -> Stream.ofNullable(layer.databases.get(ecosystem)))
        .forEach(merged::addLater);
    return merged;
  }

  /** Each package once, however many places it is at. */
  private List<InstalledPackage> installed(List<PackageDraft> drafts) {
    Map<String, PackageDraft> distinct = new TreeMap<>();
    for (PackageDraft draft : drafts) {
      forgetImpossibleSize(draft);
      String identity = draft.ecosystem + "\n" + draft.name + "\n" + draft.version;
      PackageDraft same = distinct.putIfAbsent(identity, draft);
      if (same != null && same != draft) {
        same.asked |= draft.asked;
        draft.bytes.ifPresent(same::addBytes);
      }
    }
    return distinct.values().stream()
        .map(PackageDraft::toPackage)
        .sorted(BY_KIND_AND_NAME)
        .toList();
  }

  /** No package takes more than all layers in which it can be. */
  private void forgetImpossibleSize(PackageDraft draft) {
    if (draft.bytes.orElse(0) > files.count().bytes()) {
      problems.add(ContentsProblem.METADATA_LIES);
      draft.bytes = OptionalLong.empty();
    }
  }
}
