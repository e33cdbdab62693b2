package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.service.OrphanNaming;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What failed saves left on the window's engine, and what can be done about it. Images are read,
 * which takes seconds each, only once somebody looks at them. FX thread only.
 */
public final class OrphansModel {
  private static final Logger LOG = LoggerFactory.getLogger(OrphansModel.class);

  private final EngineModel engine;
  private final CacheModel cache;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final Clock clock;
  private final Consumer<OrphanPlan> startRemoval;
  private final Consumer<List<Orphan>> startNaming;
  private final ReadOnlyObjectWrapper<OrphansView> view = new ReadOnlyObjectWrapper<>(nothing());
  private final ReadOnlyBooleanWrapper announced = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final Set<String> dismissed = new HashSet<>();
  private Optional<Instant> dismissedUntil = Optional.empty();
  private NamingReport proofs = NamingReport.NOTHING;
  private Set<String> readIds = Set.of();
  private Optional<Cancellation> underWay = Optional.empty();
  private boolean looking;

  /**
   * Follows that cache.
   *
   * @param startRemoval removes what a plan names, after the time to undo
   * @param startNaming names those images
   */
  public OrphansModel(
      EngineModel engine,
      CacheModel cache,
      UiThreads threads,
      Clock clock,
      Consumer<OrphanPlan> startRemoval,
      Consumer<List<Orphan>> startNaming) {
    this.engine = engine;
    this.cache = cache;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.clock = clock;
    this.startRemoval = startRemoval;
    this.startNaming = startNaming;
    engine.sessionProperty().addListener((_, _, _) -> forget());
    cache.viewProperty().subscribe(_ -> update());
  }

  /** What is shown now. */
  public ReadOnlyObjectProperty<OrphansView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /**
   * Whether the window says that there are some, or that the sandbox cannot save: until that is
   * dismissed, or there are more.
   */
  public ReadOnlyBooleanProperty announcedProperty() {
    return announced.getReadOnlyProperty();
  }

  /** Whether images are being read just now. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Says no more of those that are there now. */
  public void dismiss() {
    dismissed.addAll(view.get().ids());
    dismissedUntil = view.get().unsaved().lastAt();
    announce();
  }

  /** Reads what is inside from now on, for somebody who looks. */
  public void look() {
    looking = true;
    update();
  }

  /** Reads no further. */
  public void lookAway() {
    looking = false;
    underWay.ifPresent(Cancellation::cancel);
  }

  /** Removes what the shown plan names, after the time to undo. */
  public void remove() {
    startRemoval.accept(view.get().plan());
  }

  /** Gives those a name whose name is shown as proven. */
  public void name() {
    if (!view.get().nameable().isEmpty()) {
      startNaming.accept(view.get().nameable());
    }
  }

  private void forget() {
    lookAway();
    dismissed.clear();
    dismissedUntil = Optional.empty();
    proofs = NamingReport.NOTHING;
    readIds = Set.of();
  }

  private void update() {
    Catalog catalog = cache.view().state().catalog();
    FailedSaves failed = cache.view().usage().failedSaves();
    NamingReport known = proofs;
    Instant now = clock.instant();
    latest.submit(
        () -> {
          OrphansView next = OrphansView.of(catalog, known, failed, now);
          threads.ui().execute(() -> show(next, catalog));
        });
  }

  private void show(OrphansView next, Catalog catalog) {
    view.set(next);
    announce();
    boolean unread = !next.rows().isEmpty() && !next.ids().equals(readIds);
    if (looking && unread && underWay.isEmpty()) {
      engine.ready().ifPresent(session -> read(session, catalog, next.ids()));
    }
  }

  private void announce() {
    OrphansView shown = view.get();
    boolean newSaves = shown.cannotSave() && !shown.unsaved().lastAt().equals(dismissedUntil);
    announced.set(newSaves || !dismissed.containsAll(shown.ids()));
  }

  private void read(EngineSession session, Catalog catalog, Set<String> ids) {
    Cancellation cancellation = new Cancellation();
    underWay = Optional.of(cancellation);
    reading.set(true);
    threads.compute(
        () -> prove(session.service().orphanNaming(), catalog, cancellation),
        found -> {
          underWay = Optional.empty();
          reading.set(false);
          boolean current = engine.sessionProperty().get().filter(session::equals).isPresent();
          if (current && !cancellation.isCancelled()) {
            proofs = found;
            readIds = ids;
          }
          update();
        });
  }

  private static NamingReport prove(
      OrphanNaming naming, Catalog catalog, Cancellation cancellation) {
    try {
      return naming.prove(
          Orphans.of(catalog.snapshot()), catalog, ProgressListener.NONE, cancellation);
    } catch (UsageLedgerException e) {
      LOG.warn("what was looked for in vain is not known, so no name is", e);
      return NamingReport.NOTHING;
    }
  }

  private static OrphansView nothing() {
    return OrphansView.of(
        Catalog.empty(ReferenceNaming.DOCKER),
        NamingReport.NOTHING,
        FailedSaves.NONE,
        Instant.EPOCH);
  }
}
