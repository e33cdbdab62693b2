package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is removed at once, and what waits for what. */
class RemovalAtOnceTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  private static final String C = "mcp-sandbox-go:cccccccccccc";

  private static boolean await(CountDownLatch latch, Duration time) {
    try {
      return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }

  @Test
  void aParentIsNotEvenLookedAtBeforeItsChildIsGone() {
    MeddledEngine engine =
        new MeddledEngine(image("1", A), childOf("1", image("2", B)), childOf("2", image("3", C)));
    CountDownLatch parentLooked = new CountDownLatch(1);
    AtomicInteger tooEarly = new AtomicInteger();
    engine.atLook(A, parentLooked::countDown).atLook(B, parentLooked::countDown);
    engine.atRemoval(
        C,
        () -> {
          if (await(parentLooked, Duration.ofMillis(100))) {
            tooEarly.incrementAndGet();
          }
          engine.drop(C);
        });
    RemovalReport report = new RecordedRun(engine).carryOut();

    assertThat(tooEarly).hasValue(0);
    assertThat(engine.asked()).containsExactly(C, B, A);
    assertThat(report.removed()).hasSize(3);
  }

  @Test
  void aGrandparentWaitsForItsWholeFamily() {
    MeddledEngine engine =
        new MeddledEngine(
            image("1", A),
            childOf("1", image("2", B)),
            childOf("2", image("3", C)),
            childOf("1", image("4", "mcp-sandbox-go:dddddddddddd")));
    new RecordedRun(engine).carryOut();

    assertThat(engine.asked()).last().isEqualTo(A);
    assertThat(engine.images()).isEmpty();
  }

  @Test
  void imagesWithoutAFamilyGoAtOnce() {
    MeddledEngine engine = new MeddledEngine(image("1", A), image("2", B));
    CountDownLatch both = new CountDownLatch(2);
    for (String reference : List.of(A, B)) {
      engine.atRemoval(
          reference,
          () -> {
            both.countDown();
            assertThat(await(both, Duration.ofSeconds(20))).isTrue();
            engine.drop(reference);
          });
    }

    assertThat(new RecordedRun(engine).carryOut().removed()).hasSize(2);
  }

  @Test
  void whereNewImagesAreNotAnnouncedOneGoesAfterTheOther() {
    MeddledEngine engine =
        new MeddledEngine(ReferenceNaming.PODMAN, image("1", A), image("2", B), image("3", C));

    assertThat(atOnce(engine, A, B, C)).isOne();
    assertThat(engine.images()).isEmpty();
  }

  /** How many removals overlapped at most. */
  private static int atOnce(MeddledEngine engine, String... references) {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (String reference : references) {
      engine.atRemoval(
          reference,
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            CountDownLatch never = new CountDownLatch(1);
            assertThat(await(never, Duration.ofMillis(20))).isFalse();
            engine.drop(reference);
            running.decrementAndGet();
          });
    }
    new RecordedRun(engine).carryOut();
    return most.get();
  }

  @Test
  void noThreadIsLeftBehindAndNoneHoldsTheProcess() throws InterruptedException {
    MeddledEngine engine = new MeddledEngine(image("1", A), image("2", B));
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    for (String reference : List.of(A, B)) {
      engine.atRemoval(
          reference,
          () -> {
            workers.add(Thread.currentThread());
            engine.drop(reference);
          });
    }
    new RecordedRun(engine).carryOut();

    for (Thread worker : workers) {
      assertThat(worker.isDaemon()).isTrue();
      assertThat(worker.join(Duration.ofSeconds(20))).isTrue();
    }
  }
}
