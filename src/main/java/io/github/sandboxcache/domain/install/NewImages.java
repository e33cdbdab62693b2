package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerState;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.install.InstallOutcome.Installed;
import io.github.sandboxcache.domain.install.InstallOutcome.MadeByOthers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what an install made under its name: commits an image without one, names it where the name
 * is still free, and removes it otherwise. An answer that is lost is looked for.
 */
final class NewImages {
  private static final Logger LOG = LoggerFactory.getLogger(NewImages.class);

  /** An engine that starts again is there after a few seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int LOOKS_AFTERWARDS = 10;

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
      return committed(containerId, request);
    } catch (CancellationException e) {
      removeCommitted(containerId);
      throw e;
    }
  }

  private String committed(String containerId, CommitRequest request) {
    try {
      return runtime.commit(containerId, request, cancellation);
    } catch (EngineUnreachableException e) {
      LOG.warn("no answer to the commit of {}", reference, e);
      return findCommitted(containerId, e);
    }
  }

  /** The engine holds a container still for as long as it commits it. */
  private String findCommitted(String containerId, EngineUnreachableException lost) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      try {
        boolean atIt = runtime.state(containerId).filter(ContainerState::paused).isPresent();
        Optional<EngineImage> image = committed();
        if (image.isPresent()) {
          return image.get().id();
        }
        if (atIt) {
          begin = System.nanoTime();
        }
      } catch (EngineException e) {
        lost.addSuppressed(e);
      }
      pause(lost);
    }
    throw lost;
  }

  /** Some engines go on with a commit that nobody waits for any more. */
  private void removeCommitted(String containerId) {
    try {
      for (int i = 0; i < LOOKS_AFTERWARDS; i++) {
        if (runtime.state(containerId).filter(ContainerState::paused).isEmpty()) {
          committed().ifPresent(image -> removeNameless(image.id()));
          return;
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (EngineException e) {
      LOG.warn("an image without a name may be left of {}", reference, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<EngineImage> committed() {
    return engine.images().stream().filter(mark::isOn).findFirst();
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
