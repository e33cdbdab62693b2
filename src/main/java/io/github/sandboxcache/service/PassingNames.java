package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineLocks;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferNotes.Passing;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names that images of one engine bear only while they are on their way to or from a registry.
 * Each is noted before it is given, so that one that a killed process left is known as ours: left
 * alone it would count as somebody else's name and protect its image for ever. Thread-safe.
 */
final class PassingNames {
  private static final Logger LOG = LoggerFactory.getLogger(PassingNames.class);

  /** So long after its note a name that is not there may still come. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final ContainerEngine engine;
  private final TransferNotes notes;
  private final EngineLocks locks;
  private final Clock clock;

  PassingNames(ContainerEngine engine, TransferNotes notes, ProcessLocks locks, Clock clock) {
    this.engine = engine;
    this.notes = notes;
    this.locks = new EngineLocks(engine, locks);
    this.clock = clock;
  }

  /**
   * Waits until no other process of this user moves that image, and removes what a killed one left.
   *
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  ProcessLocks.Held reserve(
      RemoteReference reference, ProgressListener listener, Cancellation cancellation) {
    ProcessLocks.Held held =
        locks.acquire(
            lock(reference),
            "transfer, pid " + ProcessHandle.current().pid(),
            other -> listener.onProgress(Progress.of("wait", other)),
            cancellation);
    left(reference).ifPresent(this::clear);
    return held;
  }

  /** Notes a name that will be given; false when that cannot be done. Only while it is reserved. */
  boolean note(RemoteReference reference) {
    return notes.begin(new Passing(endpoint(), reference, clock.instant()));
  }

  /**
   * Takes a noted name away. What the engine does not do now is done by the next {@link #tidy}.
   * Only while it is reserved.
   */
  void take(RemoteReference reference) {
    clear(left(reference).orElseGet(() -> new Passing(endpoint(), reference, clock.instant())));
  }

  private Optional<Passing> left(RemoteReference reference) {
    return notes.underway().stream()
        .filter(each -> each.endpoint().equals(endpoint()) && each.reference().equals(reference))
        .findFirst();
  }

  /** An engine that was left alone with a pull may give the name a moment later. */
  private void clear(Passing name) {
    try {
      if (engine.transfers().removeName(name.reference())
          || name.since().plus(GRACE).isBefore(clock.instant())) {
        notes.end(name);
      }
    } catch (EngineException e) {
      LOG.warn("the name {} stays for now", name.reference(), e);
    }
  }

  /** Takes away the names that killed processes left. Logs failures. */
  void tidy() {
    for (Passing name : notes.underway()) {
      if (name.endpoint().equals(endpoint())) {
        Optional<ProcessLocks.Held> held = locks.tryAcquire(lock(name.reference()), "tidy");
        try (var _ = held.orElse(() -> {})) {
          if (held.isPresent()) {
            left(name.reference()).ifPresent(this::clear);
          }
        }
      }
    }
  }

  /**
   * The cached image of that name. Podman takes the end of a name for the whole of it, so that it
   * also finds the one that is on its way.
   */
  Optional<EngineImage> here(CacheReference reference) {
    ReferenceNaming naming = engine.description().naming();
    return engine
        .image(reference.toString())
        .filter(
            image ->
                image.references().stream()
                    .map(naming::parse)
                    .flatMap(Optional::stream)
                    .anyMatch(reference::equals));
  }

  private String endpoint() {
    return engine.description().endpoint();
  }

  private static String lock(RemoteReference reference) {
    return "transfer\n" + reference;
  }
}
