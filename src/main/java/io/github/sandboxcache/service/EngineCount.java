package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine's own count of its bytes, without which everything works: some take long over it. */
final class EngineCount {
  private static final Logger LOG = LoggerFactory.getLogger(EngineCount.class);

  private final ContainerEngine engine;

  EngineCount(ContainerEngine engine) {
    this.engine = engine;
  }

  /** Asks for it. Returns at once. */
  Future<EngineDiskUsage> ask() {
    FutureTask<EngineDiskUsage> task = new FutureTask<>(engine::diskUsage);
    Thread.ofPlatform().daemon().name("disk-usage").start(task);
    return task;
  }

  /**
   * The answer, if it comes in time.
   *
   * @return empty if it does not or the thread is interrupted, which it then still is, or if the
   *     engine refuses or is gone, which is logged
   */
  static Optional<EngineDiskUsage> within(Duration time, Future<EngineDiskUsage> asked) {
    try {
      return Optional.of(asked.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.warn("The engine's count of its layers could not be read", e.getCause());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
