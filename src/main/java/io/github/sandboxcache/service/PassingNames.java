package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferNotes.Passing;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
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

  private final ContainerEngine engine;
  private final TransferNotes notes;
  private final ProcessLocks locks;

  PassingNames(ContainerEngine engine, TransferNotes notes, ProcessLocks locks) {
    this.engine = engine;
    this.notes = notes;
    this.locks = locks;
  }

  /**
   * Waits until no other process of this user moves that image, and removes what a killed one left.
   *
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  ProcessLocks.Held reserve(
      RemoteReference reference, ProgressListener listener, Cancellation cancellation) {
    Passing name = name(reference);
    ProcessLocks.Held held =
        locks.acquire(
            lock(name),
            "transfer, pid " + ProcessHandle.current().pid(),
            other -> listener.onProgress(Progress.of("wait", other)),
            cancellation);
    if (notes.underway().contains(name)) {
      take(reference);
    }
    return held;
  }

  /** Notes a name that will be given; false when that cannot be done. Only while it is reserved. */
  boolean note(RemoteReference reference) {
    return notes.begin(name(reference));
  }

  /**
   * Takes a noted name away. What the engine does not do now is done by the next {@link #tidy}.
   * Only while it is reserved.
   */
  void take(RemoteReference reference) {
    try {
      engine.transfers().removeName(reference);
      notes.end(name(reference));
    } catch (EngineException e) {
      LOG.warn("the name {} stays for now", reference, e);
    }
  }

  /** Takes away the names that killed processes left. Logs failures. */
  void tidy() {
    for (Passing name : notes.underway()) {
      if (name.endpoint().equals(engine.description().endpoint())) {
        Optional<ProcessLocks.Held> held = locks.tryAcquire(lock(name), "tidy");
        try (var _ = held.orElse(() -> {})) {
          if (held.isPresent() && notes.underway().contains(name)) {
            LOG.info("removing the name {}, left over from a transfer", name.reference());
            take(name.reference());
          }
        }
      }
    }
  }

  private Passing name(RemoteReference reference) {
    return new Passing(engine.description().endpoint(), reference);
  }

  private static String lock(Passing name) {
    return name.endpoint() + "\ntransfer\n" + name.reference();
  }
}
