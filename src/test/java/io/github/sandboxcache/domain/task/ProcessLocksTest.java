package io.github.sandboxcache.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.task.ProcessLocks.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time, and who waits knows for whom. */
class ProcessLocksTest {
  @TempDir private Path directory;

  private ProcessLocks locks() {
    return new ProcessLocks(directory);
  }

  @Test
  void aLockIsHeldOnce() {
    ProcessLocks locks = locks();
    Held held = locks.tryAcquire("engine", "clear").orElseThrow();
    assertThat(locks.tryAcquire("engine", "prune")).isEmpty();
    held.close();
    assertThat(locks.tryAcquire("engine", "prune")).isPresent();
  }

  @Test
  void differentThingsDoNotWaitForEachOther() {
    ProcessLocks locks = locks();
    assertThat(locks.tryAcquire("one engine", "clear")).isPresent();
    assertThat(locks.tryAcquire("another engine", "clear")).isPresent();
  }

  @Test
  void whoWaitsIsToldForWhomAndGetsItsTurn() {
    ProcessLocks locks = locks();
    Held held = locks.tryAcquire("engine", "clear, pid 4711").orElseThrow();
    List<String> told = new ArrayList<>();
    try (Held next =
        locks.acquire(
            "engine",
            "prune",
            holder -> {
              told.add(holder);
              held.close();
            },
            new Cancellation())) {
      assertThat(told).containsExactly("clear, pid 4711");
      assertThat(next).isNotNull();
      assertThat(locks.tryAcquire("engine", "remove")).isEmpty();
    }
    assertThat(locks.tryAcquire("engine", "remove")).isPresent();
  }

  @Test
  void waitingEndsWithACancellation() {
    ProcessLocks locks = locks();
    Held held = locks.tryAcquire("engine", "clear").orElseThrow();
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () -> locks.acquire("engine", "prune", _ -> cancellation.cancel(), cancellation))
        .isInstanceOf(CancellationException.class);
    held.close();
    assertThat(locks.tryAcquire("engine", "prune")).isPresent();
  }

  @Test
  void anotherProcessFindsItHeldWithTheNameOfItsHolder() throws Exception {
    Held held = locks().tryAcquire("engine", "clear, pid 4711").orElseThrow();
    assertThat(LockingProcess.tryIn(directory, "engine")).isEqualTo("waits for clear, pid 4711");
    held.close();
    assertThat(LockingProcess.tryIn(directory, "engine")).isEqualTo("has it");
  }

  @Test
  void inVainIsNotAskedTwiceForOneFile() throws Exception {
    ProcessLocks locks = locks();
    Held held = locks.tryAcquire("engine", "clear").orElseThrow();
    // Closing a file would let go of all locks that this process has on it.
    assertThat(locks.tryAcquire("engine", "prune")).isEmpty();
    assertThat(LockingProcess.tryIn(directory, "engine")).startsWith("waits for");
    held.close();
  }

  @Test
  void anotherObjectOfThisProcessWaitsToo() {
    Held held = locks().tryAcquire("engine", "clear").orElseThrow();
    assertThat(locks().tryAcquire("engine", "prune")).isEmpty();
    held.close();
    assertThat(locks().tryAcquire("engine", "prune")).isPresent();
  }

  @Test
  void withoutAUsableDirectoryOnlyThisProcessExcludesItself() throws IOException {
    ProcessLocks locks = new ProcessLocks(Files.createFile(directory.resolve("a file")));
    Held held = locks.tryAcquire("engine", "clear").orElseThrow();
    assertThat(locks.tryAcquire("engine", "prune")).isEmpty();
    held.close();
    assertThat(locks.tryAcquire("engine", "prune")).isPresent();
  }
}
