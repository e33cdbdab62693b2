package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guards that work is shared, and that nobody's cancellation takes away another's result. */
class SharedRunsTest {
  private static final TaskNotice JOINED = new InstallNotice.Shared();

  private final SharedRuns<String, String> runs = new SharedRuns<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger executions = new AtomicInteger();
  private final AtomicBoolean cleanedUp = new AtomicBoolean();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void twoGetTheResultOfOneRun() throws Exception {
    Future<String> first = submit(new Cancellation());
    Future<String> second = joinSecond(new Cancellation());
    mayEnd.countDown();
    assertThat(first.get()).isEqualTo("done 1");
    assertThat(second.get()).isEqualTo("done 1");
  }

  @Test
  void oneWhoCancelsLeavesTheOtherItsResult() throws Exception {
    Cancellation firstCancels = new Cancellation();
    Future<String> first = submit(firstCancels);
    Future<String> second = joinSecond(new Cancellation());
    firstCancels.cancel();
    assertThatThrownBy(first::get).hasCauseInstanceOf(CancellationException.class);
    mayEnd.countDown();
    assertThat(second.get()).isEqualTo("done 1");
  }

  @Test
  void whenAllCancelTheWorkStopsAndTheLastWaitsForItsCleanUp() throws Exception {
    Cancellation firstCancels = new Cancellation();
    Cancellation secondCancels = new Cancellation();
    Future<String> first = submit(firstCancels);
    Future<String> second = joinSecond(secondCancels);
    firstCancels.cancel();
    secondCancels.cancel();
    // Which of them is the last depends on which thread hears of its cancellation first.
    assertThatThrownBy(second::get).hasCauseInstanceOf(CancellationException.class);
    assertThatThrownBy(first::get).hasCauseInstanceOf(CancellationException.class);
    assertThat(cleanedUp).isTrue();
  }

  @Test
  void afterACancelledRunTheSameKeyRunsAnew() throws Exception {
    Cancellation cancels = new Cancellation();
    Future<String> first = submit(cancels);
    started.await();
    cancels.cancel();
    assertThatThrownBy(first::get).hasCauseInstanceOf(CancellationException.class);
    mayEnd.countDown();
    assertThat(submit(new Cancellation()).get()).isEqualTo("done 2");
  }

  @Test
  void aFailureReachesTheOneWhoWaits() {
    assertThatThrownBy(
            () ->
                runs.run(
                    "key",
                    ProgressListener.NONE,
                    new Cancellation(),
                    JOINED,
                    (_, _) -> {
                      throw new IllegalStateException("no engine");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no engine");
  }

  private Future<String> submit(Cancellation cancellation) {
    return threads.submit(call(ProgressListener.NONE, cancellation));
  }

  private Future<String> joinSecond(Cancellation cancellation) throws InterruptedException {
    started.await();
    CountDownLatch joined = new CountDownLatch(1);
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {}

          @Override
          public void onLine(String line) {}

          @Override
          public void onNotice(TaskNotice notice) {
            if (notice.equals(JOINED)) {
              joined.countDown();
            }
          }
        };
    Future<String> second = threads.submit(call(listener, cancellation));
    joined.await();
    return second;
  }

  private Callable<String> call(ProgressListener listener, Cancellation cancellation) {
    return () -> runs.run("key", listener, cancellation, JOINED, this::work);
  }

  /** Ends when the test says so, or cleans up when it is cancelled. */
  private String work(ProgressListener listener, Cancellation cancellation) {
    int number = executions.incrementAndGet();
    CountDownLatch end = new CountDownLatch(1);
    threads.execute(
        () -> {
          awaitQuietly(mayEnd);
          end.countDown();
        });
    try (var _ = cancellation.onCancel(end::countDown)) {
      started.countDown();
      awaitQuietly(end);
    }
    if (cancellation.isCancelled()) {
      // Long enough for one who does not wait to be told before.
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      cleanedUp.set(true);
      mayEnd.countDown();
    }
    cancellation.throwIfCancelled();
    return "done " + number;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
