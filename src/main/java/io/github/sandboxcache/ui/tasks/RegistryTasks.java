package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.service.Transfers;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.TasksModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Starts what moves images to and from a team's registry, as background tasks that the window
 * follows. Used on the window's thread alone; the tasks run elsewhere.
 */
public final class RegistryTasks {
  private final TaskRunner runner;
  private final TasksModel tasks;
  private final EngineModel engine;

  /** A starter of tasks on that engine's cache. */
  public RegistryTasks(TaskRunner runner, TasksModel tasks, EngineModel engine) {
    this.runner = runner;
    this.tasks = tasks;
    this.engine = engine;
  }

  /** Starts at once to send images to a registry. Does nothing while no engine answers. */
  public void push(List<CacheReference> images, RegistryAddress registry) {
    engine.ready().ifPresent(session -> push(session, images, registry));
  }

  private void push(EngineSession session, List<CacheReference> images, RegistryAddress registry) {
    List<String> names = images.stream().map(CacheReference::toString).toList();
    List<String> packages =
        session.state().catalog().cached().stream()
            .filter(image -> images.size() == 1 && image.reference().equals(images.getFirst()))
            .findFirst()
            .flatMap(CachedImage::packages)
            .orElse(List.of());
    BackgroundTask task =
        runner.start(
            new TaskDescription(Kind.PUSH, names, "", 0, packages, List.of()),
            (listener, cancellation) ->
                session
                    .service()
                    .transfers()
                    .push(
                        images,
                        registry,
                        () -> session.state().catalog(),
                        false,
                        Origin.WINDOW,
                        listener,
                        cancellation));
    tasks.add(task, Optional.of(() -> push(images, registry)), Set.of());
  }

  /**
   * Starts at once to get all cached images that a registry has. Does nothing while no engine
   * answers.
   */
  public void pullAll(RegistryAddress registry) {
    engine.ready().ifPresent(session -> pullAll(session, registry));
  }

  private void pullAll(EngineSession session, RegistryAddress registry) {
    BackgroundTask task =
        runner.start(
            new TaskDescription(Kind.PULL, List.of(registry.toString()), "", 0),
            (listener, cancellation) -> {
              Transfers transfers = session.service().transfers();
              return transfers.pull(
                  transfers.references(registry, Language.KNOWN, cancellation),
                  registry,
                  Origin.WINDOW,
                  listener,
                  cancellation);
            });
    tasks.add(task, Optional.of(() -> pullAll(registry)), Set.of());
  }
}
