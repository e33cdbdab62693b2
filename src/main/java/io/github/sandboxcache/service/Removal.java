package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.OrphanRemover;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalJournal;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.removal.Remover;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * A removal that has begun: while it is open, no other process of this user removes from the same
 * engine, and what the engine has is known as of each moment.
 */
public final class Removal implements AutoCloseable {
  /** Some engines with a containerd store take minutes to count. */
  private static final Duration MAX_COUNT = Duration.ofSeconds(2);

  private final FreshCatalog images;
  private final ListedLayers layers;
  private final PackageJoin packages;
  private final ContainerEngine engine;
  private final PinStore pins;
  private final LastLook lastLook;
  private final EngineJournal journal;
  private final Origin origin;
  private final Archives archives;
  private final KnownUses uses;
  private final ProcessLocks.Held turn;
  private final Clock clock;
  private final EngineCount count;
  private final Future<EngineDiskUsage> before;

  Removal(
      FreshCatalog images,
      ListedLayers layers,
      PackageJoin packages,
      ContainerEngine engine,
      PinStore pins,
      LastLook lastLook,
      EngineJournal journal,
      Origin origin,
      Archives archives,
      KnownUses uses,
      ProcessLocks.Held turn,
      Clock clock) {
    this.images = images;
    this.layers = layers;
    this.packages = packages;
    this.engine = engine;
    this.pins = pins;
    this.lastLook = lastLook;
    this.journal = journal;
    this.origin = origin;
    this.archives = archives;
    this.uses = uses;
    this.turn = turn;
    this.clock = clock;
    this.count = new EngineCount(engine);
    this.before = count.ask();
  }

  /**
   * What the engine has now.
   *
   * @throws io.github.sandboxcache.domain.engine.EngineException when it does not say
   */
  public Catalog catalog() {
    return packages.in(images.get());
  }

  /**
   * Plans a removal from what the engine has now, with the bytes that it frees.
   *
   * @throws PinsException when the pins cannot be read
   */
  public RemovalPlan plan(RemovalPolicy policy) {
    return RemovalPlan.of(
        layers.measured(catalog()), policy, legible(pins.read()), uses.of(clock.instant()));
  }

  /**
   * Removes what a plan announced and nothing else. If the user wishes so, each image is archived
   * before it is removed; one that cannot be archived stays. The report says by how much the
   * engine's own count has dropped, where it counts, and does so in time.
   *
   * @throws PinsException when the pins cannot be read; then nothing was removed
   */
  public RemovalReport carryOut(
      RemovalPlan plan, ProgressListener listener, Cancellation cancellation) {
    Pins _ = legible(pins.read());
    if (plan.removals().isEmpty()) {
      return new Remover(
              engine, images, pins, RemovalJournal.none(), uses.since(plan), Optional.empty())
          .remove(plan, listener, cancellation);
    }
    OptionalLong bytesBefore = counted(before);
    lastLook.take(plan, catalog(), listener, cancellation);
    RunningOperation<CachedImage> operation = journal.begin(plan, catalog(), origin);
    try {
      RemovalReport done =
          new Remover(
                  engine,
                  images,
                  pins,
                  operation,
                  uses.since(plan),
                  archives.keeper(() -> layers.measured(catalog()), listener, cancellation))
              .remove(plan, listener, cancellation);
      archives.tidy();
      RemovalReport report =
          done.removed().isEmpty() ? done : done.measured(droppedFrom(bytesBefore));
      operation.end(ending(report.freed(), report.measuredBytes()));
      return report;
    } catch (RuntimeException e) {
      operation.end(failure(e));
      throw e;
    }
  }

  /**
   * Plans a removal of images that failed saves left, from what the engine has now.
   *
   * @param chosen which of them are meant
   */
  public OrphanPlan planOrphans(Predicate<Orphan> chosen) {
    return OrphanPlan.of(layers.measured(catalog()), chosen, clock.instant());
  }

  /** Removes what a plan announced and nothing else; measures as above. Pins are of names. */
  public OrphanReport carryOut(
      OrphanPlan plan, ProgressListener listener, Cancellation cancellation) {
    OptionalLong bytesBefore = counted(before);
    RunningOperation<Orphan> operation = journal.begin(plan, origin);
    try {
      OrphanReport done =
          new OrphanRemover(engine, images, operation, clock).remove(plan, listener, cancellation);
      OrphanReport report =
          done.removed().isEmpty() ? done : done.measured(droppedFrom(bytesBefore));
      operation.end(ending(report.freed(), report.measuredBytes()));
      return report;
    } catch (RuntimeException e) {
      operation.end(failure(e));
      throw e;
    }
  }

  private Ending ending(Optional<ByteCount> freed, OptionalLong measured) {
    return new Ending(
        clock.instant(), false, EngineJournal.exact(freed), measured, Optional.empty());
  }

  private Ending failure(RuntimeException e) {
    return Ending.failed(clock.instant(), String.valueOf(e.getMessage()));
  }

  /** By how much the engine's count is lower than before; empty where it does not say. */
  private OptionalLong droppedFrom(OptionalLong bytesBefore) {
    if (bytesBefore.isEmpty()) {
      return bytesBefore;
    }
    OptionalLong after = counted(count.ask());
    return after.isEmpty() ? after : OptionalLong.of(bytesBefore.getAsLong() - after.getAsLong());
  }

  private static OptionalLong counted(Future<EngineDiskUsage> asked) {
    return EngineCount.within(MAX_COUNT, asked)
        .map(EngineDiskUsage::layersBytes)
        .orElseGet(OptionalLong::empty);
  }

  private static Pins legible(Pins pins) {
    if (pins instanceof Pins.Unreadable(PinTrouble trouble)) {
      throw new PinsException(trouble);
    }
    return pins;
  }

  @Override
  public void close() {
    images.close();
    turn.close();
  }
}
