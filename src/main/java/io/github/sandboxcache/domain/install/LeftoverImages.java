package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the images of installs whose process was killed after the commit and before the image got
 * its name. Nobody can use these, but they hold disk space and their base images. One counts only
 * when everything speaks for it: it has no name, all labels of our commit and the parent that these
 * name, nothing was made from it, and it is older than any install gets. Of those the engine then
 * removes the ones of which it knows that they never had a name: an image that lost its name to
 * another may be somebody's. Engines that do not know that keep them all, as the containerd image
 * store and Podman do.
 */
public final class LeftoverImages {
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverImages.class);

  private final ContainerEngine engine;
  private final Clock clock;

  /** For the images of that engine. */
  public LeftoverImages(ContainerEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Removes the leftovers among images that were listed just now. One that cannot be removed stays
   * until the next time.
   *
   * @param images every image
   * @param containers every container, running or not
   * @return the ids of the removed images
   */
  public Set<String> remove(List<EngineImage> images, List<EngineContainer> containers) {
    List<EngineImage> marked = images.stream().filter(this::isMarkedAndOld).toList();
    Set<String> removed = new HashSet<>();
    for (EngineImage image : marked) {
      if (isFree(image, images, containers) && remove(image)) {
        removed.add(image.id());
      }
    }
    return removed;
  }

  private boolean isMarkedAndOld(EngineImage image) {
    Optional<String> base = Optional.ofNullable(image.labels().get(ImageLabels.BASE_IMAGE_ID));
    return image.references().isEmpty()
        && InstallMark.isCommit(image)
        && Language.parse(image.labels().getOrDefault(ImageLabels.LANGUAGE, "")).isPresent()
        && ImageLabels.packages(image.labels()).filter(names -> !names.isEmpty()).isPresent()
        && base.isPresent()
        && base.equals(image.parentId())
        && image
            .createdAt()
            .filter(made -> made.plus(InstallMark.OLDER_THAN_ANY).isBefore(clock.instant()))
            .isPresent();
  }

  private static boolean isFree(
      EngineImage image, List<EngineImage> images, List<EngineContainer> containers) {
    Optional<String> id = Optional.of(image.id());
    return images.stream().noneMatch(other -> other.parentId().equals(id))
        && containers.stream()
            .map(EngineContainer::imageId)
            .noneMatch(used -> used.isEmpty() || used.equals(image.id()));
  }

  private boolean remove(EngineImage image) {
    try {
      boolean removed = engine.installRuntime().removeNeverNamed(image.id());
      if (removed) {
        LOG.info("removed the image {}, left over from an install that was killed", image.id());
      }
      return removed;
    } catch (EngineException e) {
      LOG.warn("cannot remove the leftover image {}", image.id(), e);
      return false;
    }
  }
}
