package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings a list of images up to date from single looks at what changed. Used once, from one thread.
 */
public final class ImageChanges {
  private final Map<String, EngineImage> byId = new LinkedHashMap<>();

  /** Starts from what was known. */
  public ImageChanges(List<EngineImage> known) {
    known.forEach(image -> byId.put(image.id(), image));
  }

  /** Takes in a full list; what was known of shared bytes stays where the list does not say. */
  public void replaceAll(List<EngineImage> listed) {
    Map<String, EngineImage> known = Map.copyOf(byId);
    byId.clear();
    for (EngineImage image : listed) {
      byId.put(image.id(), withSharedBytesOf(Optional.ofNullable(known.get(image.id())), image));
    }
  }

  /** Takes in what images share with others, in bytes by image id. */
  public void setSharedBytes(Map<String, Long> shared) {
    byId.replaceAll(
        (id, image) ->
            shared.containsKey(id)
                ? image.withSharedBytes(OptionalLong.of(shared.get(id)))
                : image);
  }

  /**
   * Takes in one look.
   *
   * @param referenceOrId what was asked for
   * @param found what the engine has of that name, or empty when it has nothing
   */
  public void apply(String referenceOrId, Optional<EngineImage> found) {
    found.ifPresentOrElse(this::put, () -> drop(referenceOrId));
  }

  private void put(EngineImage image) {
    // A tag names one image only: when it moved, the image it left no longer has it.
    byId.replaceAll(
        (id, other) -> id.equals(image.id()) ? other : without(other, image.references()));
    Optional<EngineImage> known = Optional.ofNullable(byId.get(image.id()));
    byId.put(image.id(), withSharedBytesOf(known, image));
  }

  private static EngineImage withSharedBytesOf(Optional<EngineImage> known, EngineImage image) {
    return image.sharedBytes().isPresent() || known.isEmpty()
        ? image
        : image.withSharedBytes(known.get().sharedBytes());
  }

  private void drop(String referenceOrId) {
    if (byId.remove(referenceOrId) == null) {
      byId.replaceAll((_, other) -> without(other, List.of(referenceOrId)));
    }
  }

  private static EngineImage without(EngineImage image, List<String> references) {
    if (image.references().stream().noneMatch(references::contains)) {
      return image;
    }
    return image.withReferences(
        image.references().stream().filter(r -> !references.contains(r)).toList());
  }

  /** The images that lost a reference and have none left: whether they exist is not known. */
  public List<String> unnamed(List<EngineImage> before) {
    return before.stream()
        .filter(image -> !image.references().isEmpty())
        .map(EngineImage::id)
        .filter(
            id ->
                Optional.ofNullable(byId.get(id)).stream()
                    .anyMatch(image -> image.references().isEmpty()))
        .toList();
  }

  /** All images now. */
  public List<EngineImage> images() {
    return List.copyOf(byId.values());
  }
}
