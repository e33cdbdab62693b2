package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.removal.FreedBytes;
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
  private static final String HOLDER = "window";

  private final TaskRunner runner;
  private final TasksModel tasks;
  private final Supplier<Duration> countdown;

  /**
   * A starter.
   *
   * @param countdown how long a removal can be undone, asked at each start
   */
  public CacheTasks(TaskRunner runner, TasksModel tasks, Supplier<Duration> countdown) {
    this.runner = runner;
    this.tasks = tasks;
    this.countdown = countdown;
  }

  /** Starts an install at once. */
  public TaskItem install(ConnectedCache cache, InstallRequest request) {
    TaskDescription description =
        new TaskDescription(Kind.INSTALL, request.packages(), request.language().name(), 0);
    BackgroundTask task =
        runner.start(
            description,
            (listener, cancellation) -> cache.service().install(request, listener, cancellation));
    return tasks.add(task, Optional.of(() -> install(cache, request)), Set.of());
  }

  /**
   * Starts a removal after the countdown. What the plan names is what goes; each image is looked at
   * again just before.
   */
  public TaskItem remove(ConnectedCache cache, RemovalPlan plan) {
    BackgroundTask task =
        runner.startAfter(
            countdown.get(),
            describe(plan),
            (listener, cancellation) ->
                cache.service().remove(plan, HOLDER, listener, cancellation));
    return tasks.add(task, Optional.of(() -> removeAgain(cache, plan)), references(plan));
  }

  /** Takes the newest removal back that still counts down; tells whether there was one. */
  public boolean undo() {
    Optional<TaskItem> counting = tasks.counting();
    counting.ifPresent(TaskItem::cancel);
    return counting.isPresent();
  }

  /** Tries what is left of a plan: images that are still there and may still go. */
  private void removeAgain(ConnectedCache cache, RemovalPlan plan) {
    Set<String> announced = references(plan);
    RemovalPlan fresh = RemovalPlan.of(cache.latest().get(), plan.policy(), cache.pins().get());
    List<CachedImage> left =
        fresh.removals().stream()
            .filter(image -> announced.contains(image.engineReference()))
            .toList();
    if (!left.isEmpty()) {
      remove(cache, new RemovalPlan(plan.policy(), left, fresh.kept()));
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
          case RemovalPolicy.KeepNewest _ -> Kind.PRUNE;
          case RemovalPolicy.Everything _ -> Kind.CLEAR;
          case RemovalPolicy.Chosen _ -> Kind.REMOVE;
        };
    List<String> references =
        plan.removals().stream().map(image -> image.reference().toString()).toList();
    FreedBytes freed = FreedBytes.of(plan.removals());
    return new TaskDescription(kind, references, "", freed.atLeast() ? freed.bytes() : 0);
  }
}
