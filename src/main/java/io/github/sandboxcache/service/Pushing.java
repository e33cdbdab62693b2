package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferOutcome.AlreadyThere;
import io.github.sandboxcache.domain.registry.TransferOutcome.Failed;
import io.github.sandboxcache.domain.registry.TransferOutcome.Pushed;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends one image at a time to a registry. One that is there stays: who was first wins.
 * Thread-safe.
 *
 * @param catalog gives all images of the engine, among which bases are looked for
 * @param withSessionFiles whether files of a session are no reason not to send an image
 */
record Pushing(
    ContainerEngine engine,
    ImageRegistry registry,
    PassingNames names,
    Inspector inspector,
    Supplier<Catalog> catalog,
    boolean withSessionFiles) {
  /**
   * Sends an image.
   *
   * @throws io.github.sandboxcache.domain.engine.EngineException when the engine fails
   * @throws io.github.sandboxcache.domain.registry.RegistryException when the registry fails
   * @throws java.util.concurrent.CancellationException once cancelled; nothing is left then
   */
  TransferOutcome push(
      RemoteReference reference, ProgressListener listener, Cancellation cancellation) {
    try (var _ = names.reserve(reference, listener, cancellation)) {
      Optional<EngineImage> image = names.here(reference.image());
      if (image.isEmpty()) {
        return new Failed(new TransferProblem.NotHere());
      }
      Optional<RemoteImage> there = registry.find(reference, Optional.empty(), cancellation);
      if (there.isPresent()) {
        return new AlreadyThere(there.get().isImage(image.get().id()));
      }
      Optional<TransferProblem> obstacle = obstacle(reference, image.get(), listener, cancellation);
      return obstacle.isPresent()
          ? new Failed(obstacle.get())
          : send(reference, image.get(), listener, cancellation);
    }
  }

  private Optional<TransferProblem> obstacle(
      RemoteReference reference,
      EngineImage image,
      ProgressListener listener,
      Cancellation cancellation) {
    if (isNameTaken(reference, image)) {
      return Optional.of(new TransferProblem.NameTaken());
    }
    if (withSessionFiles) {
      return Optional.empty();
    }
    ImageContents contents = inspector.read(image, catalog.get(), listener, cancellation);
    FileCount session = contents.files().session().count();
    if (session.files() > 0) {
      return Optional.of(new TransferProblem.SessionFiles(session.files(), session.bytes()));
    }
    return contents.problems().isEmpty()
        ? Optional.empty()
        : Optional.of(new TransferProblem.NotLegible());
  }

  /** One that the very image bears already may stay; it is not taken away either. */
  private boolean isNameTaken(RemoteReference reference, EngineImage image) {
    return engine
        .image(reference.toString())
        .filter(other -> !other.id().equals(image.id()))
        .isPresent();
  }

  private TransferOutcome send(
      RemoteReference reference,
      EngineImage image,
      ProgressListener listener,
      Cancellation cancellation) {
    boolean ours = image.references().stream().noneMatch(reference::isWrittenAs);
    if (ours && !names.note(reference)) {
      return new Failed(new TransferProblem.NotNoted());
    }
    TransferProgress progress = new TransferProgress("push", listener);
    try {
      if (ours) {
        engine.transfers().name(image.id(), reference);
      }
      Optional<String> digest = engine.transfers().push(reference, progress, cancellation);
      return new Pushed(
          digest.orElseGet(() -> digestThere(reference, cancellation)), progress.movedBytes());
    } finally {
      if (ours) {
        names.take(reference);
      }
    }
  }

  private String digestThere(RemoteReference reference, Cancellation cancellation) {
    return registry
        .find(reference, Optional.empty(), cancellation)
        .map(RemoteImage::digest)
        .orElse("");
  }
}
