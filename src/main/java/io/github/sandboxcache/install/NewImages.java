package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.install.InstallOutcome.Installed;
import io.github.sandboxcache.install.InstallOutcome.MadeByOthers;
import io.github.sandboxcache.port.CommitRequest;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.ContainerState;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.port.EngineUnreachableException;
import io.github.sandboxcache.port.InstallRuntime;
import io.github.sandboxcache.task.Cancellation;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what an install made under its name: commits an image without one, names it where the name
 * is still free, and removes it otherwise. An answer that is lost is looked for.
 */
final class NewImages {
  private static final Logger LOG = LoggerFactory.getLogger(NewImages.class);

  /** An engine that starts again is there after a few seconds. */
  private static final int LOOKS = 10;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final ContainerEngine engine;
  private final InstallRuntime runtime;
  private final CacheReference reference;
  private final InstallMark mark;
  private final Cancellation cancellation;

  NewImages(
      ContainerEngine engine,
      CacheReference reference,
      InstallMark mark,
      Cancellation cancellation) {
    this.engine = engine;
    this.runtime = engine.installRuntime();
    this.reference = reference;
    this.mark = mark;
    this.cancellation = cancellation;
  }

  /** Commits a container and names the image, unless somebody else was faster. */
  InstallOutcome save(String containerId, CommitRequest request) {
    String imageId = commit(containerId, request);
    try {
      if (named().isPresent()) {
        removeNameless(imageId);
        return new MadeByOthers();
      }
      runtime.tag(imageId, reference);
      return new Installed(imageId);
    } catch (EngineException e) {
      if (hasName(imageId, e)) {
        return new Installed(imageId);
      }
      removeNameless(imageId);
      throw e;
    }
  }

  /**
   * Whether an image that was named still has its name; if another took it, ours is removed. What
   * the engine does not say is taken for granted.
   */
  boolean keepsName(String imageId) {
    try {
      if (named().filter(image -> !image.id().equals(imageId)).isEmpty()) {
        return true;
      }
    } catch (EngineException e) {
      LOG.warn("cannot look at {} again", reference, e);
      return true;
    }
    removeNameless(imageId);
    return false;
  }

  private Optional<EngineImage> named() {
    return engine.image(reference.toString());
  }

  private String commit(String containerId, CommitRequest request) {
    try {
      return runtime.commit(containerId, request);
    } catch (EngineUnreachableException e) {
      LOG.warn("no answer to the commit of {}", reference, e);
      return findCommitted(containerId, e);
    }
  }

  /** The engine holds a container still for as long as it commits it. */
  private String findCommitted(String containerId, EngineUnreachableException lost) {
    for (int i = 0; i < LOOKS; ) {
      try {
        boolean atIt = runtime.state(containerId).filter(ContainerState::paused).isPresent();
        Optional<EngineImage> image = engine.images().stream().filter(mark::isOn).findFirst();
        if (image.isPresent()) {
          return image.get().id();
        }
        i += atIt ? 0 : 1;
      } catch (EngineException e) {
        lost.addSuppressed(e);
        i++;
      }
      pause(lost);
    }
    throw lost;
  }

  private boolean hasName(String imageId, EngineException failure) {
    try {
      return named().filter(image -> image.id().equals(imageId)).isPresent();
    } catch (EngineException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private void removeNameless(String imageId) {
    try {
      runtime.removeNameless(imageId);
    } catch (EngineException e) {
      LOG.warn("cannot remove the image {}, which has no name", imageId, e);
    }
  }

  private void pause(EngineUnreachableException lost) {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw lost;
    }
    cancellation.throwIfCancelled();
  }
}
