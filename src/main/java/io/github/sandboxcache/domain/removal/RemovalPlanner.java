package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Chosen;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works a removal plan out. Used once; images are told apart by their engine reference. */
final class RemovalPlanner {
  private final Catalog catalog;
  private final RemovalPolicy policy;
  private final Pins pins;
  private final Optional<RecentUses> uses;
  private final ImageFamily family;
  private final Map<String, KeepReason> kept = new HashMap<>();

  RemovalPlanner(Catalog catalog, RemovalPolicy policy, Pins pins, Optional<RecentUses> uses) {
    this.catalog = catalog;
    this.policy = policy;
    this.pins = pins;
    this.uses = uses;
    this.family = ImageFamily.of(catalog.snapshot());
  }

  RemovalPlan plan() {
    keepByRules();
    keepPinned();
    keepUsed();
    keepFamilies();
    List<CachedImage> removals = new ArrayList<>();
    List<KeptImage> staying = new ArrayList<>();
    for (CachedImage image : concerned()) {
      KeepReason reason = kept.get(image.engineReference());
      if (reason == null) {
        removals.add(image);
      } else {
        staying.add(new KeptImage(image, reason));
      }
    }
    return new RemovalPlan(policy, childrenFirst(removals), staying, catalog.layers(), uses);
  }

  private void keepByRules() {
    switch (policy) {
      case Rule rule -> kept.putAll(new PruneRules(catalog, Prune.by(rule), pins, uses).kept());
      case Prune prune -> kept.putAll(new PruneRules(catalog, prune, pins, uses).kept());
      case Everything _, Chosen _ -> {}
    }
  }

  /** The images that the policy is about. */
  private List<CachedImage> concerned() {
    return switch (policy) {
      case Chosen(Set<CacheReference> references) ->
          catalog.cached().stream().filter(i -> references.contains(i.reference())).toList();
      case Prune prune ->
          catalog.cached().stream().filter(i -> prune.isAbout(i.language())).toList();
      case Rule _, Everything _ -> catalog.cached();
    };
  }

  private void keepPinned() {
    for (CachedImage image : catalog.cached()) {
      if (pins.isMarked(image.reference())) {
        kept.put(image.engineReference(), new KeepReason.Pinned());
      } else if (pins instanceof Pins.Unreadable) {
        kept.putIfAbsent(image.engineReference(), new KeepReason.PinsUnreadable());
      }
    }
  }

  private void keepUsed() {
    for (CachedImage image : catalog.cached()) {
      if (!image.users().known()) {
        kept.putIfAbsent(image.engineReference(), new KeepReason.UsesUnknown());
      } else if (!image.users().containers().isEmpty()) {
        kept.put(image.engineReference(), new KeepReason.InUse(image.users().names()));
      }
    }
  }

  /** Keeping a child keeps its parent, whose own parent then stays too: repeated until it rests. */
  private void keepFamilies() {
    boolean changed;
    do {
      changed = keepParentsOfWhatStays();
    } while (changed);
    keepLastChildren();
    nameChildren();
  }

  private boolean keepParentsOfWhatStays() {
    boolean changed = false;
    Set<String> going = goingImageIds();
    for (CachedImage image : catalog.cached()) {
      KeepReason reason = kept.get(image.engineReference());
      if (reason instanceof KeepReason.InUse
          || reason instanceof KeepReason.Pinned
          || reason instanceof KeepReason.ParentOf) {
        continue;
      }
      if (!childrenStaying(image, going).isEmpty()) {
        kept.put(image.engineReference(), new KeepReason.ParentOf(List.of()));
        changed = true;
      }
    }
    return changed;
  }

  private List<EngineImage> childrenStaying(CachedImage image, Set<String> goingImageIds) {
    return family.children(image.image().id()).stream()
        .filter(child -> !goingImageIds.contains(child.id()))
        .toList();
  }

  /** Only when all is decided it is known by which names they stay. */
  private void nameChildren() {
    Set<String> going = goingImageIds();
    Set<String> namesGoing = goingReferences();
    for (CachedImage image : catalog.cached()) {
      if (kept.get(image.engineReference()) instanceof KeepReason.ParentOf) {
        List<String> children =
            family.names(childrenStaying(image, going), name -> !namesGoing.contains(name));
        kept.put(image.engineReference(), new KeepReason.ParentOf(children));
      }
    }
  }

  /**
   * Of images whose untagged parent would be lost with the last of them, the newest stays. That
   * holds nobody else: the parent stays anyway.
   */
  private void keepLastChildren() {
    for (CachedImage image : catalog.cached()) {
      Optional<EngineImage> parent = family.parentAtRisk(image.image());
      if (parent.isPresent() && !kept.containsKey(image.engineReference())) {
        Set<String> going = goingImageIds();
        if (family.children(parent.get().id()).stream().allMatch(c -> going.contains(c.id()))) {
          String id = ImageFamily.shortId(parent.get().id());
          kept.put(image.engineReference(), new KeepReason.LastChildOf(id));
        }
      }
    }
  }

  private Set<String> goingReferences() {
    return concerned().stream()
        .map(CachedImage::engineReference)
        .filter(reference -> !kept.containsKey(reference))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The images that lose every reference they have and so really go. */
  private Set<String> goingImageIds() {
    Map<String, Integer> referencesLeft = new HashMap<>();
    for (CachedImage image : concerned()) {
      if (!kept.containsKey(image.engineReference())) {
        EngineImage behind = image.image();
        int before = referencesLeft.getOrDefault(behind.id(), behind.references().size());
        referencesLeft.put(behind.id(), before - 1);
      }
    }
    Set<String> going = new HashSet<>();
    referencesLeft.forEach(
        (id, left) -> {
          if (left == 0) {
            going.add(id);
          }
        });
    return going;
  }

  private List<CachedImage> childrenFirst(List<CachedImage> removals) {
    Map<String, List<CachedImage>> byImage = new HashMap<>();
    for (CachedImage image : removals) {
      byImage.computeIfAbsent(image.image().id(), _ -> new ArrayList<>()).add(image);
    }
    List<CachedImage> ordered = new ArrayList<>();
    for (CachedImage image : removals) {
      addAfterChildren(image.image().id(), byImage, ordered);
    }
    return ordered;
  }

  private void addAfterChildren(
      String imageId, Map<String, List<CachedImage>> left, List<CachedImage> ordered) {
    List<CachedImage> images = left.remove(imageId);
    if (images != null) {
      family.children(imageId).forEach(child -> addAfterChildren(child.id(), left, ordered));
      ordered.addAll(images);
    }
  }
}
