package io.github.sandboxcache.adapter.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The channel never waits for a place that is stuck or broken. */
class SidelineTest {
  private static final byte[] MEGABYTE = new byte[1 << 20];

  @Test
  void linesArriveInTheirOrderBeforeTheEnd() {
    Queue<Integer> arrived = new ConcurrentLinkedQueue<>();
    Sideline sideline =
        new Sideline("test", lines -> lines.forEach(line -> arrived.add((int) line[0])));

    IntStream.range(0, 100).forEach(i -> sideline.accept(new byte[] {(byte) i}));
    sideline.close();

    assertThat(arrived).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aLineLongerThanWhatMayWaitArrivesWhereNothingWaits() {
    Queue<Integer> arrived = new ConcurrentLinkedQueue<>();
    Sideline sideline =
        new Sideline("test", lines -> lines.forEach(line -> arrived.add(line.length)));

    sideline.accept(new byte[Sideline.MAX_WAITING_BYTES + 1]);
    sideline.close();

    assertThat(arrived).containsExactly(Sideline.MAX_WAITING_BYTES + 1);
  }

  /** As after an uninstall in the middle: what was not loaded before cannot be loaded any more. */
  @Test
  void aPlaceWhoseCodeIsGoneLosesItsLinesAlone() {
    Queue<Integer> arrived = new ConcurrentLinkedQueue<>();
    Sideline sideline =
        new Sideline(
            "test",
            lines -> {
              if (lines.stream().anyMatch(line -> line.length == 1)) {
                arrived.add(1);
                throw new NoClassDefFoundError("gone");
              }
              lines.forEach(line -> arrived.add(line.length));
            });

    sideline.accept(new byte[1]);
    while (arrived.isEmpty()) {
      Thread.onSpinWait();
    }
    sideline.accept(new byte[2]);
    sideline.close();

    assertThat(arrived).containsExactly(1, 2);
  }

  @Test
  void aPlaceThatIsStuckHoldsNobodyUp() {
    CountDownLatch free = new CountDownLatch(1);
    Queue<Integer> arrived = new ConcurrentLinkedQueue<>();
    Sideline sideline =
        new Sideline(
            "test",
            lines -> {
              await(free);
              lines.forEach(line -> arrived.add(line.length));
            });

    IntStream.range(0, 100).forEach(_ -> sideline.accept(MEGABYTE));
    free.countDown();
    sideline.close();

    assertThat(arrived).hasSizeBetween(1, 2 * Sideline.MAX_WAITING_BYTES / MEGABYTE.length);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFailureLosesItsLinesAlone() {
    Queue<List<byte[]>> arrived = new ConcurrentLinkedQueue<>();
    CountDownLatch failed = new CountDownLatch(1);
    Sideline sideline =
        new Sideline(
            "test",
            lines -> {
              if (failed.getCount() > 0) {
                failed.countDown();
                throw new IllegalStateException("no space left");
              }
              arrived.add(lines);
            });

    sideline.accept(new byte[] {1});
    await(failed);
    sideline.accept(new byte[] {2});
    sideline.close();

    assertThat(arrived.stream().flatMap(List::stream).map(line -> (int) line[0]))
        .containsExactly(2);
  }
}
