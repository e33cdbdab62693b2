package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that an image without one bears while it is removed. Over an engine's API nothing can be
 * removed on condition: a removal by id takes a single name along, also one that somebody gave the
 * image a moment ago. A removal by name deletes an image with its last name only. So the image gets
 * a name that nobody else gives, and that name is removed.
 *
 * <p>The name holds the image's whole id. When a removal does not come to its end, because the
 * engine refused it or the process was killed, the image keeps the name; it counts as none, and the
 * next removal goes on from there.
 */
final class PassingName {
  private static final String REPOSITORY = "sandbox-cache-removal";
  private static final String ALGORITHM = "sha256:";

  private static final String NO_REPOSITORY = "<none>";
  private static final String NO_IMAGE = "0".repeat(64);

  /** Podman writes a registry before local names. */
  private static final Pattern FORM =
      Pattern.compile("(?:localhost/|docker\\.io/library/)?" + REPOSITORY + ":([0-9a-f]{64})");

  private PassingName() {}

  /** Whether a reference is the passing name of that very image. */
  static boolean isOf(String imageId, String reference) {
    return imageId(reference).filter(ImageIds.full(imageId)::equals).isPresent();
  }

  /** The id of the image that bears a passing name; empty for any other reference. */
  static Optional<String> imageId(String reference) {
    // Asked for each name of each image that is listed.
    if (!reference.contains(REPOSITORY)) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(reference);
    return form.matches() ? Optional.of(ALGORITHM + form.group(1)) : Optional.empty();
  }

  /**
   * Whether a digest as engines note it, {@code repository@sha256:…}, names anything to anybody.
   */
  static boolean isOfOthers(String repositoryDigest) {
    String repository = repositoryDigest.substring(0, Math.max(0, repositoryDigest.indexOf('@')));
    return !repository.equals(NO_REPOSITORY) && imageId(repository + ":" + NO_IMAGE).isEmpty();
  }

  /**
   * Removes an image unless it has a name, see {@link
   * io.github.sandboxcache.domain.engine.ContainerEngine#removeUntagged}.
   */
  static boolean removeImage(EngineConnection engine, String imageId) {
    if (inspect(engine, imageId).isNamed()) {
      return false;
    }
    ImageNames.give(engine, imageId, REPOSITORY, digits(imageId));
    return ImageNames.remove(engine, of(imageId));
  }

  /**
   * Gives an image that has no name another one than this, see {@link
   * io.github.sandboxcache.domain.engine.ContainerEngine#nameUntagged}.
   */
  static boolean replace(EngineConnection engine, String imageId, CacheReference reference) {
    ImageInspection image = inspect(engine, imageId);
    if (image.isNamed()) {
      return false;
    }
    ImageNames.give(engine, imageId, reference.repository(), reference.tag());
    if (EngineJson.orEmpty(image.repoTags()).stream().anyMatch(name -> isOf(imageId, name))) {
      boolean _ = ImageNames.remove(engine, of(imageId));
    }
    return true;
  }

  private static ImageInspection inspect(EngineConnection engine, String imageId) {
    if (!ImageIds.isFull(imageId)) {
      throw new IllegalArgumentException("not the id of an image: " + imageId);
    }
    return ImageInspection.of(engine, imageId);
  }

  private static String of(String imageId) {
    return REPOSITORY + ":" + digits(imageId);
  }

  private static String digits(String imageId) {
    return imageId.substring(ALGORITHM.length());
  }
}
