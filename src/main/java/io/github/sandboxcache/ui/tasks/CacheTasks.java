package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Starts everything that changes the cache, as background tasks that the window follows. Used on
 * the window's thread alone; the tasks run elsewhere.
 */
public final class CacheTasks {
  private final TaskRunner runner;
  private final TasksModel tasks;
  private final EngineModel engine;
  private final CacheModel cache;
  private final Supplier<Duration> countdown;

  /**
   * A starter of tasks on that engine's cache.
   *
   * @param countdown how long a removal can be undone, asked at each start
   */
  public CacheTasks(
      TaskRunner runner,
      TasksModel tasks,
      EngineModel engine,
      CacheModel cache,
      Supplier<Duration> countdown) {
    this.runner = runner;
    this.tasks = tasks;
    this.engine = engine;
    this.cache = cache;
    this.countdown = countdown;
  }

  /** Starts an install at once; empty while no engine answers. */
  public Optional<TaskItem> install(InstallRequest request) {
    return engine.ready().map(session -> install(session, request));
  }

  /**
   * Starts at once to install sets that sandboxes missed, one after the other; a single one as any
   * install. Does nothing without any, or while no engine answers.
   */
  public void prewarm(List<MissedSet> sets) {
    if (sets.size() == 1) {
      MissedSet only = sets.getFirst();
      only.packages()
          .ifPresent(packages -> install(InstallRequest.of(only.reference().language(), packages)));
    } else if (!sets.isEmpty()) {
      engine.ready().ifPresent(session -> prewarm(session, sets));
    }
  }

  /**
   * Starts a removal after the countdown. What the plan names is what is removed; each image is
   * looked at again just before. Does nothing for an empty plan, beside another removal, or while
   * no engine answers.
   */
  public void remove(RemovalPlan plan) {
    if (!plan.removals().isEmpty() && tasks.removing().isEmpty()) {
      engine.ready().ifPresent(session -> remove(session, plan, countdown.get(), Origin.WINDOW));
    }
  }

  /** Starts a removal that nobody asked for just now at once, under the same conditions. */
  public Optional<TaskItem> pruneByItself(RemovalPlan plan) {
    if (plan.removals().isEmpty() || !tasks.removing().isEmpty()) {
      return Optional.empty();
    }
    return engine.ready().map(session -> remove(session, plan, Duration.ZERO, Origin.AUTOMATIC));
  }

  /**
   * Starts a removal of images that failed saves left after the countdown, under the same
   * conditions as any removal.
   */
  public void removeOrphans(OrphanPlan plan) {
    if (!plan.removals().isEmpty() && tasks.removing().isEmpty()) {
      engine.ready().ifPresent(session -> removeOrphans(session, plan));
    }
  }

  /** Starts at once to name images that failed saves left. Does nothing while no engine answers. */
  public void nameOrphans(List<Orphan> orphans) {
    engine.ready().ifPresent(session -> nameOrphans(session, orphans));
  }

  private void removeOrphans(EngineSession session, OrphanPlan plan) {
    List<String> ids = plan.removals().stream().map(Orphan::id).toList();
    BackgroundTask task =
        runner.startAfter(
            countdown.get(),
            new TaskDescription(
                Kind.REMOVE, ids, "", plan.frees().map(ByteCount::bytes).orElse(0L)),
            (listener, cancellation) ->
                session
                    .service()
                    .removals()
                    .removeOrphans(plan, Origin.WINDOW, listener, cancellation));
    tasks.add(task, Optional.of(() -> removeOrphans(plan)), Set.copyOf(ids));
  }

  private void nameOrphans(EngineSession session, List<Orphan> orphans) {
    List<String> ids = orphans.stream().map(Orphan::id).toList();
    BackgroundTask task =
        runner.start(
            new TaskDescription(Kind.NAME, ids, "", 0),
            (listener, cancellation) ->
                session
                    .service()
                    .orphanNaming()
                    .name(
                        orphans, session.state().catalog(), Origin.WINDOW, listener, cancellation));
    tasks.add(task, Optional.of(() -> nameOrphans(orphans)), Set.of());
  }

  /** Starts at once to make removed images again. Does nothing while no engine answers. */
  public void restore(List<CacheReference> references) {
    restore(references, List.of());
  }

  /** The same with the images that a task has removed. */
  public void restore(TaskItem removal) {
    restore(removal.removed(), removal.description().packages());
  }

  private void restore(List<CacheReference> references, List<String> packages) {
    engine.ready().ifPresent(session -> restore(session, references, packages));
  }

  private void restore(
      EngineSession session, List<CacheReference> references, List<String> packages) {
    List<String> names = references.stream().map(CacheReference::toString).toList();
    BackgroundTask task =
        runner.start(
            new TaskDescription(Kind.RESTORE, names, "", 0, packages, made(references, packages)),
            (listener, cancellation) ->
                session
                    .service()
                    .installs()
                    .restore(references, Origin.WINDOW, listener, cancellation));
    tasks.add(task, Optional.of(() -> restore(session, references, packages)), Set.of());
  }

  /** Takes back the newest removal that still counts down; does nothing without one. */
  public void undo() {
    tasks.counting().ifPresent(TaskItem::cancel);
  }

  private TaskItem install(EngineSession session, InstallRequest request) {
    TaskDescription description =
        new TaskDescription(Kind.INSTALL, request.packages(), request.language().name(), 0)
            .making(List.of(new ToMake(request.reference(), request.packages())));
    BackgroundTask task =
        runner.start(
            description,
            (listener, cancellation) ->
                session
                    .service()
                    .installs()
                    .install(request, Origin.WINDOW, listener, cancellation));
    return tasks.add(task, Optional.of(() -> install(session, request)), Set.of());
  }

  private void prewarm(EngineSession session, List<MissedSet> sets) {
    List<String> references = sets.stream().map(set -> set.reference().toString()).toList();
    BackgroundTask task =
        runner.start(
            new TaskDescription(Kind.PREWARM, references, "", 0).making(made(sets)),
            (listener, cancellation) ->
                session
                    .service()
                    .installs()
                    .prewarm(sets, Optional.empty(), Origin.WINDOW, listener, cancellation));
    tasks.add(task, Optional.of(() -> prewarm(session, sets)), Set.of());
  }

  private static List<ToMake> made(List<MissedSet> sets) {
    return sets.stream()
        .map(set -> new ToMake(set.reference(), set.packages().orElse(List.of())))
        .toList();
  }

  private static List<ToMake> made(List<CacheReference> references, List<String> packages) {
    return references.stream()
        .map(reference -> new ToMake(reference, references.size() == 1 ? packages : List.of()))
        .toList();
  }

  private TaskItem remove(
      EngineSession session, RemovalPlan plan, Duration countdown, Origin origin) {
    BackgroundTask task =
        runner.startAfter(
            countdown,
            describe(plan),
            (listener, cancellation) ->
                session.service().removals().remove(plan, origin, listener, cancellation));
    return tasks.add(task, Optional.of(() -> removeAgain(session, plan)), references(plan));
  }

  /** Tries what is left of a plan: images that are still there and may still be removed. */
  private void removeAgain(EngineSession session, RemovalPlan plan) {
    Set<String> announced = references(plan);
    RemovalPlan fresh =
        RemovalPlan.of(
            session.state().catalog(),
            plan.policy(),
            cache.view().pins(),
            cache.view().usage().recent());
    List<CachedImage> left =
        fresh.removals().stream()
            .filter(image -> announced.contains(image.engineReference()))
            .toList();
    if (!left.isEmpty()) {
      remove(session, fresh.withOnly(left), countdown.get(), Origin.WINDOW);
    }
  }

  private static Set<String> references(RemovalPlan plan) {
    return plan.removals().stream()
        .map(CachedImage::engineReference)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static TaskDescription describe(RemovalPlan plan) {
    Kind kind =
        switch (plan.policy()) {
          case RemovalPolicy.Rule _, RemovalPolicy.Prune _ -> Kind.PRUNE;
          case RemovalPolicy.Everything _ -> Kind.CLEAR;
          case RemovalPolicy.Chosen _ -> Kind.REMOVE;
        };
    List<String> references =
        plan.removals().stream().map(image -> image.reference().toString()).toList();
    List<String> packages =
        plan.removals().size() == 1
            ? plan.removals().getFirst().packages().orElse(List.of())
            : List.of();
    return new TaskDescription(
        kind, references, "", plan.frees().map(ByteCount::bytes).orElse(0L), packages, List.of());
  }
}
