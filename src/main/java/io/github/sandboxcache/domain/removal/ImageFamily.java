package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which images were committed from which, by the engine's own parent links. */
final class ImageFamily {
  private static final int SHORT_ID_DIGITS = 12;

  private final ReferenceNaming naming;
  private final Map<String, EngineImage> byId = new HashMap<>();
  private final Map<String, List<EngineImage>> childrenByParent = new HashMap<>();

  private ImageFamily(ReferenceNaming naming) {
    this.naming = naming;
  }

  static ImageFamily of(EngineSnapshot snapshot) {
    ImageFamily family = new ImageFamily(snapshot.naming());
    for (EngineImage image : snapshot.images()) {
      family.byId.put(image.id(), image);
      image
          .parentId()
          .ifPresent(
              parent ->
                  family
                      .childrenByParent
                      .computeIfAbsent(parent, _ -> new ArrayList<>())
                      .add(image));
    }
    return family;
  }

  List<EngineImage> children(String imageId) {
    return childrenByParent.getOrDefault(imageId, List.of());
  }

  /**
   * What those images are called, sorted. One without a name stands for the named ones that were
   * made from it; where none of them stays, it is called by the start of its id.
   *
   * @param stays whether a reference will still be there
   */
  List<String> names(List<EngineImage> images, Predicate<String> stays) {
    Set<String> names = new TreeSet<>();
    for (EngineImage image : images) {
      Set<String> ofImage = new TreeSet<>();
      addNames(image, stays, ofImage, new HashSet<>());
      names.addAll(ofImage.isEmpty() ? Set.of(shortId(image.id())) : ofImage);
    }
    return List.copyOf(names);
  }

  private void addNames(
      EngineImage image, Predicate<String> stays, Set<String> names, Set<String> seen) {
    image.references().stream()
        .filter(stays)
        .findFirst()
        .map(naming::shortName)
        .ifPresent(names::add);
    if (image.references().isEmpty() && seen.add(image.id())) {
      children(image.id()).forEach(child -> addNames(child, stays, names, seen));
    }
  }

  /**
   * The untagged image that an engine removes together with the last of its children, where this
   * engine does so: Podman 4 does, whatever it is asked. Only a parent that this is about can be
   * lost, so that images of other engines have none.
   */
  Optional<EngineImage> parentAtRisk(EngineImage image) {
    return naming == ReferenceNaming.PODMAN
        ? image
            .parentId()
            .map(byId::get)
            .filter(parent -> parent != null && parent.references().isEmpty())
        : Optional.empty();
  }

  static String shortId(String id) {
    String digits = id.substring(id.indexOf(':') + 1);
    return digits.substring(0, Math.min(SHORT_ID_DIGITS, digits.length()));
  }
}
