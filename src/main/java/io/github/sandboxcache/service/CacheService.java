package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.task.Meanwhile;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that can be done with the cache of one engine; both the window and the command line
 * use it. Every method waits for the engine, so the window calls them from background tasks.
 * Thread-safe.
 */
public final class CacheService {
  private static final Logger LOG = LoggerFactory.getLogger(CacheService.class);

  private final ContainerEngine engine;
  private final Inspector inspector;
  private final PackageJoin packages;
  private final OrphanNaming orphanNaming;
  private final UsageLedger usage;
  private final PinStore pins;
  private final KnownUses uses;
  private final OperationJournal operations;
  private final List<Operation> interrupted = new ArrayList<>();
  private final List<Consumer<Operation>> interruptedListeners = new ArrayList<>();
  private final Leftovers leftovers;
  private final Removals removals;
  private final Installs installs;
  private final ListedLayers layers;
  private final Archives archives;
  private final Transfers transfers;
  private final Clock clock;

  /**
   * Creates a service for a connected engine.
   *
   * @param operations keeps what is done
   * @param pins the images that are never removed
   * @param layers keeps what the engine said of layers
   * @param archives keeps removed images, if so wished
   * @param locks let only one process at a time remove images
   */
  public CacheService(
      ContainerEngine engine,
      Installer installer,
      Inspector inspector,
      UsageLedger usage,
      OperationJournal operations,
      PinStore pins,
      LayerStore layers,
      Archives archives,
      ProcessLocks locks,
      Clock clock) {
    this(
        engine,
        installer,
        inspector,
        usage,
        operations,
        pins,
        layers,
        archives,
        ImageRegistry.NONE,
        TransferNotes.NONE,
        locks,
        clock);
  }

  /**
   * The same with registries.
   *
   * @param registry what is asked of them
   * @param notes keeps what is on its way to and from them
   */
  public CacheService(
      ContainerEngine engine,
      Installer installer,
      Inspector inspector,
      UsageLedger usage,
      OperationJournal operations,
      PinStore pins,
      LayerStore layers,
      Archives archives,
      ImageRegistry registry,
      TransferNotes notes,
      ProcessLocks locks,
      Clock clock) {
    this.engine = engine;
    this.pins = pins;
    this.inspector = inspector;
    this.packages = new PackageJoin(usage, inspector);
    this.usage = usage;
    this.layers = new ListedLayers(engine, layers);
    this.archives = archives;
    this.clock = clock;
    this.uses = new KnownUses(usage);
    this.operations = operations;
    EngineJournal journal =
        new EngineJournal(engine, operations, usage, ProcessIdentity.current(), clock);
    this.orphanNaming =
        new OrphanNaming(
            engine, inspector::read, () -> usage.report(TimeRange.ALL), journal, clock);
    this.leftovers = new Leftovers(engine, clock);
    EarlierOperations earlier =
        new EarlierOperations(engine, operations, clock, this::foundInterrupted);
    PassingNames passing = new PassingNames(engine, notes, locks, clock);
    this.transfers =
        new Transfers(engine, registry, notes, passing, inspector, usage, journal, clock);
    this.removals =
        new Removals(
            engine,
            inspector,
            packages,
            pins,
            uses,
            journal,
            earlier,
            this.layers,
            archives,
            passing,
            locks,
            clock);
    this.installs =
        new Installs(
            engine,
            installer,
            inspector,
            usage,
            operations,
            journal,
            archives,
            removals,
            leftovers,
            clock);
  }

  /** Returns which engine this is. */
  public EngineDescription engine() {
    return engine.description();
  }

  /** Lists images and containers again; the containers may stay unknown. Changes nothing. */
  public Catalog list() {
    return Catalog.of(EngineListing.of(engine));
  }

  /**
   * The same images with what labels, the ledger and earlier looks inside tell of their packages,
   * as far as they can be read. The same catalog comes back until something changes. Waits for the
   * disk.
   */
  public Catalog withPackages(Catalog listed) {
    return packages.in(listed);
  }

  /** The same of a live catalog's state. */
  public CatalogState withPackages(CatalogState state) {
    return state.with(packages.in(state.catalog()));
  }

  /**
   * The same images with what is known of their layers. Asks for those that nobody has asked for
   * before, for some seconds at most; a figure that is not known by then stays unknown.
   */
  public Catalog measured(Catalog listed) {
    return layers.measured(listed);
  }

  /**
   * Cleans up after killed processes: removes what their installs left among what was listed just
   * now, and records their removals. Takes away names of images on their way to and from
   * registries. Deletes archives whose time has come. Logs failures.
   */
  public void tidy(EngineSnapshot listed) {
    leftovers.remove(listed);
    removals.settleEarlier();
    transfers.tidy();
    archives.tidy();
  }

  /** Returns what makes images. */
  public Installs installs() {
    return installs;
  }

  /** Returns what removes images. */
  public Removals removals() {
    return removals;
  }

  /** Returns what moves images between this engine and a team's registry. */
  public Transfers transfers() {
    return transfers;
  }

  /** Returns who looks inside the engine's images. */
  public Inspector inspector() {
    return inspector;
  }

  /** Returns the archives of removed images. */
  public Archives archives() {
    return archives;
  }

  /** Returns what names the images that failed saves left. */
  public OrphanNaming orphanNaming() {
    return orphanNaming;
  }

  /** Returns the pins, for all engines. */
  public PinStore pins() {
    return pins;
  }

  /** What images have been good for until now; empty when that cannot be read. */
  public Optional<RecentUses> recentUses() {
    return uses.of(clock.instant());
  }

  /** Returns the ledger of the cache's use, for all engines. */
  public UsageLedger usage() {
    return usage;
  }

  /** Returns the journal of what was done, for all engines. */
  public OperationJournal operations() {
    return operations;
  }

  /**
   * Calls the listener, from any thread, with each operation that is found to have been interrupted
   * by the end of its process, once it has been settled; also with those found before this call.
   */
  public void onInterrupted(Consumer<Operation> listener) {
    synchronized (interrupted) {
      interruptedListeners.add(listener);
      interrupted.forEach(listener);
    }
  }

  private void foundInterrupted(Operation operation) {
    synchronized (interrupted) {
      interrupted.add(operation);
      interruptedListeners.forEach(listener -> listener.accept(operation));
    }
  }

  /**
   * The bytes that are free where the engine keeps its data; empty where that is not known.
   *
   * @throws EngineException when the engine does not answer
   */
  public OptionalLong freeDiskBytes() {
    return engine.freeDiskBytes();
  }

  /**
   * The cache as it is now, measured, with its use in that range. The uses that the containers show
   * are recorded first; those of the sample are made up already.
   *
   * @throws EngineException when the engine does not list its images
   */
  public Overview overview(TimeRange range) {
    layers.prepare();
    // It is needed afterwards; so nobody waits for it alone.
    var _ = Meanwhile.begin("engine-identity", engine::identity);
    Catalog listed = list();
    Optional<EngineException> usesUnknown = Optional.empty();
    Optional<UsageLedgerException> failure = Optional.empty();
    try {
      usesUnknown = catchUp(listed);
    } catch (UsageLedgerException e) {
      // What was written before can be read nevertheless.
      failure = Optional.of(e);
    }
    Optional<UsageReport> report = Optional.empty();
    FailedSaves failedSaves = FailedSaves.NONE;
    try {
      failedSaves =
          usage
              .failedSaves(range, clock.instant())
              .explainedBy(listed.cached().stream().map(CachedImage::reference).toList());
      report = Optional.of(usage.report(range));
      failure = failure.or(usage::whyNotWritable);
    } catch (UsageLedgerException e) {
      failure = Optional.of(e);
    }
    return new Overview(
        withPackages(measured(listed)),
        pins.read(),
        transfers.known(Optional.empty()),
        report,
        failedSaves,
        usesUnknown,
        failure);
  }

  /**
   * Records the uses that the listed containers show. Does nothing for the sample engine.
   *
   * @return why the uses of some container are not known, if so
   * @throws UsageLedgerException when the uses cannot be written
   */
  public Optional<EngineException> catchUp(Catalog listed) {
    return engine.description().sample()
        ? Optional.empty()
        : new ContainerUses(engine, usage, clock)
            .catchUp(listed.snapshot().containers().listed())
            .failure();
  }

  /**
   * Records the uses that the engine's containers show now, and settles operations whose process
   * was killed. What stays unknown is logged: not to be allowed to ask an engine is no reason not
   * to be told what is known. Does nothing for the sample engine.
   */
  public void catchUp() {
    if (engine.description().sample()) {
      return;
    }
    try {
      new ContainerUses(engine, usage, clock)
          .catchUp()
          .failure()
          .ifPresent(e -> LOG.warn("the use of some container is not known", e));
    } catch (EngineException e) {
      LOG.warn("the engine's containers cannot be looked at", e);
    } catch (UsageLedgerException e) {
      // What was written before can be read nevertheless; if not, the reader says why.
      LOG.info("new uses cannot be noted", e);
    }
    removals.settleEarlier();
    transfers.tidy();
  }
}
