package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of work for all who wait for its result. Thread-safe.
 *
 * @param <V> the result
 */
final class SharedRun<V> {
  private final Cancellation cancellation = new Cancellation();
  private final List<Participant> waiting = new CopyOnWriteArrayList<>();
  private boolean abandoned;
  private boolean ended;
  private @Nullable V result;
  private @Nullable Throwable failure;

  /** A run for one who waits; more may join. */
  SharedRun(Participant first) {
    waiting.add(first);
  }

  /** Lets one more wait for the result; refused once nobody wants it or it is there. */
  synchronized boolean join(Participant participant) {
    return !abandoned && !ended && waiting.add(participant);
  }

  /** Does the work in the calling thread. */
  void execute(SharedRuns.Work<V> work, Runnable onEnd) {
    V value = null;
    Throwable thrown = null;
    try {
      value = work.run(new ToAll(waiting), cancellation);
    } catch (RuntimeException | Error e) {
      // Thrown again to everybody who waits, who handle it.
      thrown = e;
    }
    onEnd.run();
    end(value, thrown);
  }

  private synchronized void end(@Nullable V value, @Nullable Throwable thrown) {
    result = value;
    failure = thrown;
    ended = true;
    notifyAll();
  }

  /** Waits for the result, or until the one who waits has cancelled. */
  V await(Participant participant, Cancellation ownCancellation) {
    try (var _ = ownCancellation.onCancel(() -> leave(participant))) {
      return await(participant);
    } finally {
      leave(participant);
    }
  }

  private synchronized V await(Participant participant) {
    awaitUntil(() -> ended || !(abandoned || waiting.contains(participant)));
    if (!ended) {
      throw new CancellationException("cancelled, while others still wait for the result");
    }
    return switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> Optional.ofNullable(result).orElseThrow();
    };
  }

  /** Waits until the work has ended, whatever came of it. */
  synchronized void awaitEnd() {
    awaitUntil(() -> ended);
  }

  private synchronized void awaitUntil(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted while waiting");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private void leave(Participant participant) {
    boolean last;
    synchronized (this) {
      last = waiting.remove(participant) && waiting.isEmpty() && !ended;
      abandoned |= last;
      notifyAll();
    }
    if (last) {
      cancellation.cancel();
    }
  }

  /** One who waits. Equal only to itself, for two may use the same listener. */
  static final class Participant implements ProgressListener {
    private final ProgressListener listener;

    Participant(ProgressListener listener) {
      this.listener = listener;
    }

    @Override
    public synchronized void onProgress(Progress progress) {
      listener.onProgress(progress);
    }

    @Override
    public synchronized void onLine(String line) {
      listener.onLine(line);
    }

    @Override
    public synchronized void onNotice(TaskNotice notice) {
      listener.onNotice(notice);
    }
  }

  /** Passes on what the work reports. */
  private record ToAll(List<Participant> participants) implements ProgressListener {
    @Override
    public void onProgress(Progress progress) {
      participants.forEach(participant -> participant.onProgress(progress));
    }

    @Override
    public void onLine(String line) {
      participants.forEach(participant -> participant.onLine(line));
    }

    @Override
    public void onNotice(TaskNotice notice) {
      participants.forEach(participant -> participant.onNotice(notice));
    }
  }
}
