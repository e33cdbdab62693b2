package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an image was made from: the layers that are not its own doing.
 *
 * @param layers how many of its layers, from the lowest on, are those of its base
 * @param image the base itself, where the engine still has it
 */
public record ImageBase(int layers, Optional<EngineImage> image) {
  /** What the original sandbox writes on its containers, and so on what is committed from them. */
  private static final String MADE_IN_SANDBOX = "mcp-sandbox";

  /**
   * Finds it, by the first of these that there is: what the image's label says, where the layers
   * agree; the images it was committed from; the largest image of others on the layers of which it
   * stands; the layers that it has in common with other cached images. Else only its last layer is
   * its own, for an install is one commit.
   *
   * @param snapshot all images of the engine
   * @param diffIdsOf the layers of an image by its id, lowest first; empty when they are not known;
   *     asked as seldom as possible
   */
  public static ImageBase of(
      EngineImage image, EngineSnapshot snapshot, Function<String, List<String>> diffIdsOf) {
    return new Search(image, snapshot, diffIdsOf).find();
  }

  /**
   * Whether the name that the image's base had when it was made names another image now. Of an
   * image without our labels it is known where its base has lost its name, and the sandbox has
   * another base of that language.
   *
   * @return empty when nothing tells, or no image has that name now
   */
  public Optional<Boolean> outdated(EngineImage of, EngineSnapshot snapshot) {
    Optional<String> name = label(of, ImageLabels.BASE_IMAGE);
    Optional<String> id = label(of, ImageLabels.BASE_IMAGE_ID);
    if (name.isPresent() && id.isPresent()) {
      return named(name.get(), snapshot).map(now -> !now.id().equals(id.get()));
    }
    return image.flatMap(
        base ->
            base.references().isEmpty()
                ? usualBase(of, snapshot).map(now -> !now.id().equals(base.id()))
                : Optional.of(false));
  }

  private static Optional<EngineImage> usualBase(EngineImage of, EngineSnapshot snapshot) {
    return of.references().stream()
        .map(snapshot.naming()::parse)
        .flatMap(Optional::stream)
        .filter(CacheReference.class::isInstance)
        .map(reference -> ((CacheReference) reference).repository() + ":base")
        .flatMap(name -> named(name, snapshot).stream())
        .findFirst();
  }

  /**
   * The base's name: as the image's label says, else the one that it has now.
   *
   * @return untrusted; empty when nothing says it
   */
  public Optional<String> name(EngineImage of) {
    return label(of, ImageLabels.BASE_IMAGE)
        .or(() -> image.flatMap(base -> base.references().stream().findFirst()));
  }

  private static Optional<EngineImage> named(String name, EngineSnapshot snapshot) {
    String full = fullName(name, snapshot);
    return snapshot.images().stream()
        .filter(
            image ->
                image.references().stream()
                    .anyMatch(reference -> fullName(reference, snapshot).equals(full)))
        .findFirst();
  }

  private static String fullName(String reference, EngineSnapshot snapshot) {
    String name = snapshot.naming().shortName(reference);
    boolean complete = name.contains("@") || name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
    return complete ? name : name + ":latest";
  }

  private static Optional<String> label(EngineImage image, String label) {
    return Optional.ofNullable(image.labels().get(label)).filter(value -> !value.isEmpty());
  }

  private static final class Search {
    private final EngineImage image;
    private final EngineSnapshot snapshot;
    private final Function<String, List<String>> diffIdsOf;
    private final Map<String, EngineImage> byId = new HashMap<>();
    private final Map<String, List<String>> known = new HashMap<>();
    private final List<String> diffIds;

    Search(EngineImage image, EngineSnapshot snapshot, Function<String, List<String>> diffIdsOf) {
      this.image = image;
      this.snapshot = snapshot;
      this.diffIdsOf = diffIdsOf;
      this.diffIds = diffIdsOf.apply(image.id());
      snapshot.images().forEach(each -> byId.put(each.id(), each));
      byId.remove(image.id());
    }

    ImageBase find() {
      return Stream.concat(told().stream(), ancestors().stream())
          .filter(this::isBelow)
          .findFirst()
          .or(this::largestBelow)
          .map(base -> new ImageBase(layersOf(base).size(), Optional.of(base)))
          .orElseGet(() -> new ImageBase(sharedLayers(), Optional.empty()));
    }

    private Optional<EngineImage> told() {
      return label(image, ImageLabels.BASE_IMAGE_ID)
          .flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    /** Past those that sandboxes made, to the first that others made. */
    private Optional<EngineImage> ancestors() {
      Set<String> met = new HashSet<>();
      Optional<EngineImage> parent = parent(image);
      while (parent.isPresent() && isMadeInSandbox(parent.get()) && met.add(parent.get().id())) {
        parent = parent(parent.get());
      }
      return parent.filter(each -> !isMadeInSandbox(each));
    }

    private Optional<EngineImage> parent(EngineImage child) {
      return child.parentId().flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    private Optional<EngineImage> largestBelow() {
      Optional<EngineImage> largest = Optional.empty();
      for (EngineImage other : byId.values()) {
        if (!isMadeInSandbox(other)
            && isBelow(other)
            && largest.stream().allMatch(best -> isBetter(other, best))) {
          largest = Optional.of(other);
        }
      }
      return largest;
    }

    /** Of two with the same layers the one with a name says more. */
    private boolean isBetter(EngineImage other, EngineImage best) {
      int more = layersOf(other).size() - layersOf(best).size();
      return more > 0
          || (more == 0 && best.references().isEmpty() && !other.references().isEmpty());
    }

    private boolean isMadeInSandbox(EngineImage other) {
      return other.labels().containsKey(MADE_IN_SANDBOX)
          || other.labels().containsKey(ImageLabels.PACKAGES)
          || other.references().stream()
              .anyMatch(
                  name -> snapshot.naming().parse(name).orElse(null) instanceof CacheReference);
    }

    private boolean isBelow(EngineImage other) {
      List<String> lower = layersOf(other);
      return !lower.isEmpty()
          && lower.size() < diffIds.size()
          && diffIds.subList(0, lower.size()).equals(lower);
    }

    private int sharedLayers() {
      int most =
          byId.values().stream()
              .map(this::layersOf)
              .mapToInt(this::inCommon)
              .filter(common -> common < diffIds.size())
              .max()
              .orElse(0);
      return most > 0 ? most : Math.max(0, diffIds.size() - 1);
    }

    private int inCommon(List<String> others) {
      int common = 0;
      while (common < Math.min(diffIds.size(), others.size())
          && diffIds.get(common).equals(others.get(common))) {
        common++;
      }
      return common;
    }

    private List<String> layersOf(EngineImage other) {
      return known.computeIfAbsent(other.id(), diffIdsOf);
    }
  }
}
