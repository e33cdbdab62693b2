package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.OrphanNaming;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.orphans.OrphansView.Proof;
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
import javafx.util.Subscription;
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
  private Read read = Read.NOTHING;
  private Optional<Cancellation> underWay = Optional.empty();
  private final Set<Object> lookers = new HashSet<>();

  /**
   * What was there when images were read last.
   *
   * @param ids the images
   * @param lastFailure when the newest save failed that was known then; the log tells what was
   *     looked for just before
   */
  private record Read(Set<String> ids, Optional<Instant> lastFailure) {
    static final Read NOTHING = new Read(Set.of(), Optional.empty());

    static Read of(OrphansView view) {
      return new Read(view.ids(), view.unsaved().lastAt());
    }

    boolean isOlderThan(Optional<Instant> failure) {
      return failure
          .filter(at -> lastFailure.filter(known -> !known.isBefore(at)).isEmpty())
          .isPresent();
    }
  }

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

  /**
   * Reads what is inside from now on, for somebody who looks. What several look at is read once.
   *
   * @return ends that; when nobody looks any more, nothing more is read
   */
  public Subscription look() {
    Object looker = new Object();
    lookers.add(looker);
    update();
    return () -> {
      if (lookers.remove(looker) && lookers.isEmpty()) {
        underWay.ifPresent(Cancellation::cancel);
      }
    };
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
    underWay.ifPresent(Cancellation::cancel);
    dismissed.clear();
    dismissedUntil = Optional.empty();
    proofs = NamingReport.NOTHING;
    read = Read.NOTHING;
  }

  private void update() {
    Catalog catalog = cache.view().state().catalog();
    UsageView usage = cache.view().usage();
    NamingReport known = proofs;
    Instant now = clock.instant();
    latest.submit(
        () -> {
          OrphansView next = OrphansView.of(catalog, known, usage, now);
          threads.ui().execute(() -> show(next, catalog));
        });
  }

  private void show(OrphansView next, Catalog catalog) {
    view.set(next);
    announce();
    if (!lookers.isEmpty() && underWay.isEmpty() && isWorthReading(next)) {
      engine.ready().ifPresent(session -> read(session, catalog, Read.of(next)));
    }
  }

  /**
   * Whether reading may tell something new: of images that were not there, of a name that became
   * free, or because more is known of what was looked for.
   */
  private boolean isWorthReading(OrphansView next) {
    boolean news = !read.ids().containsAll(next.ids());
    boolean nameFree =
        !next.rows().isEmpty()
            && proofs.named().stream().anyMatch(named -> !next.ids().contains(named.orphan().id()));
    boolean soughtMore =
        read.isOlderThan(next.unsaved().lastAt())
            && next.rows().stream().anyMatch(row -> row.proof() instanceof Proof.Unproven);
    return news || nameFree || soughtMore;
  }

  private void announce() {
    OrphansView shown = view.get();
    boolean unsaved = shown.cannotSave() || shown.missesWithoutImage();
    boolean newSaves = unsaved && !shown.unsaved().lastAt().equals(dismissedUntil);
    announced.set(newSaves || !dismissed.containsAll(shown.ids()));
  }

  private void read(EngineSession session, Catalog catalog, Read now) {
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
            read = now;
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
        UsageView.EMPTY,
        Instant.EPOCH);
  }
}
