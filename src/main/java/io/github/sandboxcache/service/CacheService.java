package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.install.LeftoverContainers;
import io.github.sandboxcache.domain.install.LeftoverImages;
import io.github.sandboxcache.domain.install.NewestWhereGone;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
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

  /** Further back nobody looks for an image to be restored. */
  private static final int MAX_REMOVED = 10_000;

  private final ContainerEngine engine;
  private final Installer installer;
  private final Inspector inspector;
  private final PackageJoin packages;
  private final OrphanNaming orphanNaming;
  private final UsageLedger usage;
  private final PinStore pins;
  private final KnownUses uses;
  private final OperationJournal operations;
  private final EngineJournal journal;
  private final EarlierOperations earlier;
  private final List<Operation> interrupted = new ArrayList<>();
  private final List<Consumer<Operation>> interruptedListeners = new ArrayList<>();
  private final LeftoverContainers leftovers;
  private final LeftoverImages leftoverImages;
  private final ListedLayers layers;
  private final Archives archives;
  private final ProcessLocks locks;
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
    this.engine = engine;
    this.pins = pins;
    this.inspector = inspector;
    this.packages = new PackageJoin(usage, inspector);
    this.usage = usage;
    this.layers = new ListedLayers(engine, layers);
    this.archives = archives;
    this.locks = locks;
    this.clock = clock;
    this.uses = new KnownUses(usage);
    this.operations = operations;
    this.journal =
        new EngineJournal(
            engine.description().endpoint(), operations, usage, ProcessIdentity.current(), clock);
    this.installer = installer;
    this.orphanNaming =
        new OrphanNaming(
            engine, inspector::read, () -> usage.report(TimeRange.ALL), journal, clock);
    this.earlier = new EarlierOperations(engine, operations, clock, this::foundInterrupted);
    this.leftovers = new LeftoverContainers(engine, clock);
    this.leftoverImages = new LeftoverImages(engine, clock);
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
   * now, and records their removals. Deletes archives whose time has come. Logs failures.
   */
  public void tidy(EngineSnapshot listed) {
    removeLeftovers(listed);
    settleEarlier();
    archives.tidy();
  }

  private void removeLeftovers(EngineSnapshot listed) {
    // Any image may be in use where containers are not known.
    if (listed.containers() instanceof Containers.Known(List<EngineContainer> all)) {
      List<EngineContainer> staying = new ArrayList<>(all);
      List<String> removed = leftovers.remove(all);
      staying.removeIf(container -> removed.contains(container.name()));
      Set<String> _ = leftoverImages.remove(listed.images(), staying);
    }
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
      failedSaves = usage.failedSaves(range);
      report = Optional.of(usage.report(range));
      failure = failure.or(usage::whyNotWritable);
    } catch (UsageLedgerException e) {
      failure = Optional.of(e);
    }
    return new Overview(
        withPackages(measured(listed)), pins.read(), report, failedSaves, usesUnknown, failure);
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
    settleEarlier();
  }

  /**
   * Settles operations whose process was killed before it could do so, from what the engine has
   * now. Does nothing while a removal is under way. Logs failures.
   */
  public void settleEarlier() {
    Optional<ProcessLocks.Held> turn = locks.tryAcquire(turn(), "settle");
    try (var _ = turn.orElse(() -> {})) {
      if (turn.isPresent()) {
        earlier.settle();
      }
    }
  }

  /**
   * Installs packages, see {@link Installer}. After an install, which takes its time anyway, what
   * earlier ones left behind is removed; after a hit it is not looked for, and the journal has
   * nothing of it.
   *
   * @throws UsageLedgerException when an automatic one cannot be written ahead
   */
  public InstallResult install(
      InstallRequest request, Origin origin, ProgressListener listener, Cancellation cancellation) {
    ToMake image = new ToMake(request.reference(), request.packages());
    try (NotedInstalls noted = noted(OperationKind.INSTALL, origin, List.of(image))) {
      return noted.install(request, listener, cancellation);
    }
  }

  private NotedInstalls noted(OperationKind kind, Origin origin, List<ToMake> images) {
    return new NotedInstalls(this::installAndTidy, journal.begin(kind, origin, images), clock);
  }

  private InstallResult installAndTidy(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    InstallResult result = installer.install(request, listener, cancellation);
    if (!result.cached() && !cancellation.isCancelled()) {
      try {
        removeLeftovers(EngineListing.of(engine));
      } catch (EngineException e) {
        LOG.warn("cannot look for what killed installs left behind", e);
      }
    }
    return result;
  }

  /**
   * The sets that sandboxes missed lately and that are not among those images.
   *
   * @throws UsageLedgerException when the ledger cannot be read
   */
  public Prewarm missed(Catalog listed) {
    return Prewarm.of(usage.missed(clock.instant(), listed.references()));
  }

  /**
   * Installs missed sets one after the other, as {@link #install} does each. One that fails never
   * stops the others.
   *
   * @param network the engine's network; empty for the settings' one
   * @throws CancellationException when it was cancelled before any install had ended
   */
  public PrewarmReport prewarm(
      List<MissedSet> sets,
      Optional<String> network,
      Origin origin,
      ProgressListener listener,
      Cancellation cancellation) {
    List<ToMake> images =
        sets.stream()
            .map(set -> new ToMake(set.reference(), set.packages().orElse(List.of())))
            .toList();
    try (NotedInstalls noted = noted(OperationKind.PREWARM, origin, images)) {
      return new Prewarming(noted, clock).run(sets, network, listener, cancellation);
    }
  }

  /**
   * The images that were removed from this engine by their names, newest first.
   *
   * @throws UsageLedgerException when the journal cannot be read
   */
  public List<RemovedImage> removed() {
    return operations.removed(engine.description().endpoint(), MAX_REMOVED);
  }

  /**
   * The images of the latest removal from this engine that removed any.
   *
   * @throws UsageLedgerException when the journal cannot be read
   */
  public List<RemovedImage> lastRemoved() {
    return operations.removed(engine.description().endpoint(), 1).stream()
        .flatMap(latest -> operations.removedBy(latest.operation()).stream())
        .toList();
  }

  /**
   * Makes removed images again, one after the other: from their archives the same images, else in
   * the versions and from the base image that they had where that is known and still to be had. The
   * report says what differs.
   *
   * @throws CancellationException when it was cancelled before any image was there
   * @throws UsageLedgerException when the journal cannot be read
   */
  public RestoreReport restore(
      List<CacheReference> references,
      Origin origin,
      ProgressListener listener,
      Cancellation cancellation) {
    Map<CacheReference, ImageRecipe> recipes = new HashMap<>();
    // The newest first: an image that was removed twice is made as it was the last time.
    removed().forEach(each -> recipes.putIfAbsent(each.recipe().reference(), each.recipe()));
    List<ToMake> images =
        references.stream()
            .map(
                reference ->
                    new ToMake(
                        reference,
                        Optional.ofNullable(recipes.get(reference))
                            .flatMap(ImageRecipe::asked)
                            .map(AskedPackages::names)
                            .orElse(List.of())))
            .toList();
    try (NotedInstalls noted =
        new NotedInstalls(
            new NewestWhereGone(this::installAndTidy),
            journal.begin(OperationKind.RESTORE, origin, images),
            clock)) {
      return new Restorer(engine, noted, inspector, loader(noted, origin))
          .restore(references, recipes, listener, cancellation);
    }
  }

  private Restorer.Loader loader(NotedInstalls noted, Origin origin) {
    return new Restorer.Loader() {
      @Override
      public List<ArchivedImage> of(CacheReference reference) {
        return archives.of(reference);
      }

      @Override
      public void load(
          ArchivedImage archive,
          CacheReference reference,
          ProgressListener listener,
          Cancellation cancellation) {
        noted.load(
            reference,
            () -> {
              EngineImage _ = restoreArchived(archive, reference, origin, listener, cancellation);
            });
      }
    };
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
  public Removal beginRemoval(
      OperationKind kind, Origin origin, ProgressListener listener, Cancellation cancellation) {
    ProcessLocks.Held turn = takeTurn(kind, origin, listener, cancellation);
    try {
      earlier.settle();
      listener.onProgress(Progress.of("list", ""));
      FreshCatalog images = new FreshCatalog(engine, this::list, clock);
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
    try (Removal removal = beginRemoval(kind, origin, listener, cancellation)) {
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
    try (Removal removal = beginRemoval(kind, origin, listener, cancellation)) {
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
        turn(),
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
      case COMMAND_LINE, UNKNOWN -> verb;
    };
  }

  private String turn() {
    return engine.description().endpoint() + "\nremoval";
  }
}
