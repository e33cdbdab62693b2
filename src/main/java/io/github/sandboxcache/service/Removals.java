package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineLocks;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Everything that removes images from one engine. Of all processes of a user, one removes at a
 * time. Every method waits for its turn and for the engine. Thread-safe.
 */
public final class Removals {
  private static final String TURN = "removal";

  private final ContainerEngine engine;
  private final Inspector inspector;
  private final PackageJoin packages;
  private final PinStore pins;
  private final KnownUses uses;
  private final EngineJournal journal;
  private final EarlierOperations earlier;
  private final ListedLayers layers;
  private final Archives archives;
  private final PassingNames passing;
  private final EngineLocks locks;
  private final Clock clock;

  Removals(
      ContainerEngine engine,
      Inspector inspector,
      PackageJoin packages,
      PinStore pins,
      KnownUses uses,
      EngineJournal journal,
      EarlierOperations earlier,
      ListedLayers layers,
      Archives archives,
      PassingNames passing,
      ProcessLocks locks,
      Clock clock) {
    this.engine = engine;
    this.inspector = inspector;
    this.packages = packages;
    this.pins = pins;
    this.uses = uses;
    this.journal = journal;
    this.earlier = earlier;
    this.layers = layers;
    this.archives = archives;
    this.passing = passing;
    this.locks = new EngineLocks(engine, locks);
    this.clock = clock;
  }

  /**
   * Settles operations whose process was killed before it could do so, from what the engine has
   * now. Does nothing while a removal is under way. Logs failures.
   */
  public void settleEarlier() {
    Optional<ProcessLocks.Held> turn = locks.tryAcquire(TURN, "settle");
    try (var _ = turn.orElse(() -> {})) {
      if (turn.isPresent()) {
        earlier.settle();
      }
    }
  }

  /**
   * Begins a removal: waits until no other process of this user removes from this engine, then
   * lists the engine's images.
   *
   * @param kind what the removal is
   * @param listener told of a wait as the step {@code wait}, with the name of who removes
   * @throws CancellationException once cancelled
   * @throws EngineException when the engine does not list its images
   */
  public Removal begin(
      OperationKind kind, Origin origin, ProgressListener listener, Cancellation cancellation) {
    ProcessLocks.Held turn = takeTurn(kind, origin, listener, cancellation);
    try {
      earlier.settle();
      passing.tidy();
      listener.onProgress(Progress.of("list", ""));
      FreshCatalog images =
          new FreshCatalog(engine, () -> Catalog.of(EngineListing.of(engine)), clock);
      LastLook lastLook = new LastLook(inspector);
      return new Removal(
          images, layers, packages, engine, pins, lastLook, journal, origin, archives, uses, turn,
          clock);
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  /**
   * Removes what the plan names and nothing else.
   *
   * @throws PinsException when the pins cannot be read; then nothing was removed
   * @throws CancellationException when it was cancelled before anything was removed
   */
  public RemovalReport remove(
      RemovalPlan plan, Origin origin, ProgressListener listener, Cancellation cancellation) {
    OperationKind kind = OperationKind.of(plan.policy());
    try (Removal removal = begin(kind, origin, listener, cancellation)) {
      return removal.carryOut(plan, listener, cancellation);
    }
  }

  /**
   * Removes the images that a plan names and that failed saves left, and nothing else.
   *
   * @throws CancellationException when it was cancelled before anything was removed
   */
  public OrphanReport removeOrphans(
      OrphanPlan plan, Origin origin, ProgressListener listener, Cancellation cancellation) {
    OperationKind kind = OperationKind.REMOVE_ORPHANS;
    try (Removal removal = begin(kind, origin, listener, cancellation)) {
      return removal.carryOut(plan, listener, cancellation);
    }
  }

  /**
   * Loads a removed image from its archive, see {@link Archives}. Nobody of this user removes
   * meanwhile, and nobody takes the image that has no name yet for a useless one.
   *
   * @param reference one of its names
   * @param listener told of the steps {@code wait}, {@code load} and {@code name}
   * @return the image, with the id that it had
   * @throws io.github.sandboxcache.domain.archives.ArchiveException when it cannot be had back
   * @throws EngineException when the engine is gone
   * @throws CancellationException once cancelled
   */
  EngineImage restoreArchived(
      ArchivedImage archive,
      CacheReference reference,
      Origin origin,
      ProgressListener listener,
      Cancellation cancellation) {
    try (var _ = takeTurn(OperationKind.RESTORE, origin, listener, cancellation)) {
      return archives.restore(archive, reference, listener, cancellation);
    }
  }

  private ProcessLocks.Held takeTurn(
      OperationKind kind, Origin origin, ProgressListener listener, Cancellation cancellation) {
    return locks.acquire(
        TURN,
        holder(kind, origin) + ", pid " + ProcessHandle.current().pid(),
        other -> listener.onProgress(Progress.of("wait", other)),
        cancellation);
  }

  /** Told to other processes, whatever their language: by the verb where it was one. */
  private static String holder(OperationKind kind, Origin origin) {
    String verb = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (origin) {
      case WINDOW -> "window";
      case AUTOMATIC -> "automatic " + verb;
      case AGENT -> "agent's " + verb;
      case COMMAND_LINE, UNKNOWN -> verb;
    };
  }
}
