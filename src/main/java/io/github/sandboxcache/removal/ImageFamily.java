package io.github.sandboxcache.removal;

import io.github.sandboxcache.cache.ReferenceNaming;
import io.github.sandboxcache.catalog.EngineSnapshot;
import io.github.sandboxcache.port.EngineImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which images were committed from which, by the engine's own parent links. */
final class ImageFamily {
  private static final int SHORT_ID_DIGITS = 12;

  private final ReferenceNaming naming;
  private final Map<String, List<EngineImage>> childrenByParent;

  private ImageFamily(ReferenceNaming naming, Map<String, List<EngineImage>> childrenByParent) {
    this.naming = naming;
    this.childrenByParent = childrenByParent;
  }

  static ImageFamily of(EngineSnapshot snapshot) {
    Map<String, List<EngineImage>> children = new HashMap<>();
    for (EngineImage image : snapshot.images()) {
      image
          .parentId()
          .ifPresent(p -> children.computeIfAbsent(p, _ -> new ArrayList<>()).add(image));
    }
    return new ImageFamily(snapshot.naming(), children);
  }

  List<EngineImage> children(String imageId) {
    return childrenByParent.getOrDefault(imageId, List.of());
  }

  /** The names of the children that are not among the images that go, sorted. */
  List<String> childrenStaying(String imageId, Set<String> goingImageIds) {
    return children(imageId).stream()
        .filter(child -> !goingImageIds.contains(child.id()))
        .map(this::displayName)
        .sorted()
        .toList();
  }

  private String displayName(EngineImage image) {
    return image.references().stream()
        .map(naming::shortName)
        .findFirst()
        .orElseGet(() -> shortId(image.id()));
  }

  private static String shortId(String id) {
    String digits = id.substring(id.indexOf(':') + 1);
    return digits.substring(0, Math.min(SHORT_ID_DIGITS, digits.length()));
  }
}
