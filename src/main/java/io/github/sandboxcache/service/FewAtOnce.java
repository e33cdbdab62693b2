package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.EngineException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks an engine about several things, a few at once: more would keep it from its other work. */
final class FewAtOnce {
  private static final int CONCURRENCY = 4;

  private FewAtOnce() {}

  /**
   * The answer for each name, in their order.
   *
   * @throws EngineException when one of the questions did; all have been asked by then
   */
  static <T> Map<String, T> ask(Collection<String> names, Function<String, T> question) {
    Map<String, Future<T>> pending = new LinkedHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(CONCURRENCY, Thread.ofVirtual().factory())) {
      names.forEach(name -> pending.put(name, workers.submit(() -> question.apply(name))));
    }
    Map<String, T> answers = new LinkedHashMap<>();
    pending.forEach((name, future) -> answers.put(name, result(future)));
    return answers;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException engineFailure) {
        throw engineFailure;
      }
      throw new IllegalStateException("asking an engine ended unexpectedly", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("asking an engine was interrupted", e);
    }
  }
}
