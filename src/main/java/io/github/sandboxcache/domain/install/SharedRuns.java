package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Runs work of the same key once for all who want its result at the same time. Thread-safe.
 *
 * @param <K> what makes work the same
 * @param <V> its result
 */
final class SharedRuns<K, V> {
  private final Map<K, SharedRun<V>> running = new HashMap<>();

  /** Work that can be shared. */
  @FunctionalInterface
  interface Work<V> {
    V run(ProgressListener listener, Cancellation cancellation);
  }

  /**
   * Joins the run of that key, or starts it. The work is cancelled only when all who wait for it
   * have cancelled, and then the last of them waits until it has cleaned up.
   *
   * @param onJoin what is told when somebody else's run is joined
   * @throws CancellationException once the caller has cancelled
   */
  V run(
      K key,
      ProgressListener listener,
      Cancellation cancellation,
      TaskNotice onJoin,
      Work<V> work) {
    SharedRun.Participant participant = new SharedRun.Participant(listener);
    while (true) {
      cancellation.throwIfCancelled();
      SharedRun<V> own = new SharedRun<>(participant);
      Optional<SharedRun<V>> other = startUnlessRunning(key, own);
      if (other.isEmpty()) {
        // Not a virtual one: the process would end later, see EngineProbe.
        Thread.ofPlatform()
            .daemon()
            .name("install-" + key)
            .start(() -> runAndForget(key, own, work));
        return own.await(participant, cancellation);
      }
      if (other.get().join(participant)) {
        participant.onNotice(onJoin);
        return other.get().await(participant, cancellation);
      }
      // Nobody wants that one any more. Its clean-up must be over before another may start.
      other.get().awaitEnd();
    }
  }

  private synchronized Optional<SharedRun<V>> startUnlessRunning(K key, SharedRun<V> run) {
    return Optional.ofNullable(running.putIfAbsent(key, run));
  }

  private void runAndForget(K key, SharedRun<V> run, Work<V> work) {
    run.execute(work, () -> forget(key));
  }

  private synchronized void forget(K key) {
    running.remove(key);
  }
}
