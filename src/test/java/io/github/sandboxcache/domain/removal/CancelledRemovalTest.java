package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A removal that nobody wants any more ends at once and leaves what it was not at. */
class CancelledRemovalTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";

  @Test
  void aCancellationDuringTheLookIsInTimeForThatImage() {
    MeddledEngine engine = new MeddledEngine(image("1", A));
    RecordedRun run = new RecordedRun(engine);
    engine.atLook(A, run.cancellation::cancel);

    assertThat(run.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.Cancelled());
    assertThat(engine.asked()).isEmpty();
    assertThat(run.journal).isEmpty();
    assertThat(run.fractions).isEmpty();
  }

  @Test
  void whatTheEngineIsAtIsWaitedForAMoment() {
    MeddledEngine engine = new MeddledEngine(image("1", A));
    RecordedRun run = new RecordedRun(engine);
    engine.atRemoval(
        A,
        () -> {
          run.cancellation.cancel();
          assertThat(passes(Duration.ofMillis(200))).isTrue();
          engine.drop(A);
        });

    assertThat(run.carryOut().removed()).hasSize(1);
  }

  private static boolean passes(Duration time) {
    try {
      return !new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }

  @Test
  void anInterruptedRemovalSaysSoAndStaysInterrupted() throws Exception {
    MeddledEngine engine = new MeddledEngine(image("1", A));
    RecordedRun run = new RecordedRun(engine);
    FutureTask<Boolean> interrupted =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              assertThatIllegalStateException().isThrownBy(run::carryOut);
              return Thread.interrupted();
            });
    Thread.ofVirtual().start(interrupted);

    assertThat(interrupted.get()).isTrue();
  }
}
