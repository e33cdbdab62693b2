package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.install.NewestWhereGone;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.restore.RestoreCost;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Everything that makes images in the cache of one engine: installs, sets that were missed, images
 * that were removed. Each is in the journal. Every method waits for the engine. Thread-safe.
 */
public final class Installs {
  /** Further back nobody looks for an image to be restored. */
  private static final int MAX_REMOVED = 10_000;

  private final ContainerEngine engine;
  private final Installer installer;
  private final Inspector inspector;
  private final UsageLedger usage;
  private final OperationJournal operations;
  private final JournalName name;
  private final EngineJournal journal;
  private final Archives archives;
  private final Removals removals;
  private final Leftovers leftovers;
  private final Clock clock;

  Installs(
      ContainerEngine engine,
      Installer installer,
      Inspector inspector,
      UsageLedger usage,
      OperationJournal operations,
      EngineJournal journal,
      Archives archives,
      Removals removals,
      Leftovers leftovers,
      Clock clock) {
    this.engine = engine;
    this.installer = installer;
    this.inspector = inspector;
    this.usage = usage;
    this.operations = operations;
    this.name = new JournalName(engine, operations);
    this.journal = journal;
    this.archives = archives;
    this.removals = removals;
    this.leftovers = leftovers;
    this.clock = clock;
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
      leftovers.remove();
    }
    return result;
  }

  /**
   * The sets that sandboxes missed lately; what is among those images is cached.
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
    return operations.removed(name.get(), MAX_REMOVED);
  }

  /**
   * The images of the latest removal from this engine that removed any.
   *
   * @throws UsageLedgerException when the journal cannot be read
   */
  public List<RemovedImage> lastRemoved() {
    return operations.removed(name.get(), 1).stream()
        .flatMap(latest -> operations.removedBy(latest.operation()).stream())
        .toList();
  }

  /**
   * What it would take to make images again that were removed from this engine; nothing of others.
   *
   * @throws UsageLedgerException when journal or ledger cannot be read
   * @throws ArchiveException when the archives cannot be read
   */
  public Map<CacheReference, RestoreCost> restoreCosts(Set<CacheReference> references) {
    Map<CacheReference, RestoreCost> costs = new HashMap<>();
    if (references.isEmpty()) {
      return costs;
    }
    Map<CacheReference, ImageUsage> known = usage.report(TimeRange.ALL).images();
    for (RemovedImage removed : removed()) {
      CacheReference reference = removed.recipe().reference();
      if (references.contains(reference) && !costs.containsKey(reference)) {
        Optional<Duration> installTime =
            Optional.ofNullable(known.get(reference)).flatMap(ImageUsage::installTime);
        costs.put(reference, RestoreCost.of(removed, archives.of(reference), installTime));
      }
    }
    return costs;
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
              EngineImage _ =
                  removals.restoreArchived(archive, reference, origin, listener, cancellation);
            });
      }
    };
  }
}
