package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.domain.task.Cancellation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that are not answered yet, by the ids of their requests. Thread-safe. */
final class RunningCalls {
  /** More than any client asks at once; each may hold a connection to the engine. */
  static final int MAX = 64;

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Map<Object, Running> running = new HashMap<>();

  /**
   * A call.
   *
   * @param unwanted whether its client no longer waits for an answer
   */
  private record Running(Cancellation cancellation, boolean unwanted) {}

  /** Begins one; empty when there are too many, or one with that id. */
  synchronized Optional<Cancellation> begin(Object id) {
    if (running.size() >= MAX || running.containsKey(id)) {
      return Optional.empty();
    }
    Cancellation cancellation = new Cancellation();
    running.put(id, new Running(cancellation, false));
    return Optional.of(cancellation);
  }

  /** Cancels one that its client no longer waits for; a call that has ended stays ended. */
  void cancel(Object id) {
    Optional<Running> meant;
    synchronized (this) {
      meant = Optional.ofNullable(running.get(id));
      meant.ifPresent(call -> running.put(id, new Running(call.cancellation(), true)));
    }
    meant.ifPresent(call -> call.cancellation().cancel());
  }

  /** Ends one, and answers unless nobody waits for it. Answers to other requests pass. */
  void answer(Object id, Runnable answer) {
    boolean wanted;
    synchronized (this) {
      wanted = Optional.ofNullable(running.get(id)).filter(Running::unwanted).isEmpty();
    }
    if (wanted) {
      answer.run();
    }
    synchronized (this) {
      running.remove(id);
      notifyAll();
    }
  }

  /** Cancels all and waits until they have cleaned up and answered, but not for ever. */
  void endAll() {
    List<Running> all;
    synchronized (this) {
      all = List.copyOf(running.values());
    }
    all.forEach(call -> call.cancellation().cancel());
    awaitEnd(System.nanoTime() + PATIENCE.toNanos());
  }

  private synchronized void awaitEnd(long deadline) {
    try {
      for (long left = PATIENCE.toMillis();
          !running.isEmpty() && left > 0;
          left = (deadline - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
