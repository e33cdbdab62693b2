package io.github.sandboxcache.removal;

import static io.github.sandboxcache.catalog.Images.childOf;
import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.sandboxcache.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.removal.RemovalReport.UnknownRemoval;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A cancelled removal tells what it did, what it did not, and what nobody can know yet. */
class CancelledRemovalTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  private static List<KeepReason> reasons(RemovalReport report) {
    return report.kept().stream().map(KeptImage::reason).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }

  @Test
  void nothingIsAskedAfterACancellationAndNothingCountsAsDone() {
    MeddledEngine engine = new MeddledEngine(image("1", A), image("2", B));
    RecordedRun run = new RecordedRun(engine);
    run.cancellation.cancel();
    RemovalReport report = run.carryOut();

    assertThat(reasons(report))
        .containsExactly(new KeepReason.Cancelled(), new KeepReason.Cancelled());
    assertThat(engine.asked()).isEmpty();
    assertThat(run.fractions).isEmpty();
  }

  @Test
  void aCancellationDuringTheLookIsInTimeForThatImage() {
    MeddledEngine engine = new MeddledEngine(image("1", A));
    RecordedRun run = new RecordedRun(engine);
    engine.atLook(A, run.cancellation::cancel);

    assertThat(reasons(run.carryOut())).containsExactly(new KeepReason.Cancelled());
    assertThat(engine.asked()).isEmpty();
    assertThat(run.journal).isEmpty();
    assertThat(run.fractions).isEmpty();
  }

  @Test
  void whatTheEngineIsAtIsWaitedForAndTold() {
    MeddledEngine engine = new MeddledEngine(image("1", A, B));
    RecordedRun run = new RecordedRun(engine);
    engine.atRemoval(
        A,
        () -> {
          run.cancellation.cancel();
          engine.drop(A);
        });
    RemovalReport report = run.carryOut();

    assertThat(report.removed()).singleElement().returns(A, i -> i.engineReference());
    assertThat(reasons(report)).containsExactly(new KeepReason.Cancelled());
    assertThat(run.fractions).containsExactly(0.5);
  }

  @Test
  void anEngineThatDoesNotAnswerIsNotWaitedForAndItsImageIsNotKnown() {
    MeddledEngine engine = new MeddledEngine(image("1", A), childOf("1", image("2", B)));
    CountDownLatch end = new CountDownLatch(1);
    RecordedRun run = new RecordedRun(engine);
    engine.atRemoval(
        B,
        () -> {
          run.cancellation.cancel();
          await(end);
        });
    RemovalReport report = run.carryOut();

    assertThat(report.unknown())
        .singleElement()
        .returns(B, unknown -> unknown.image().engineReference())
        .returns(Optional.empty(), UnknownRemoval::reason);
    assertThat(reasons(report)).containsExactly(new KeepReason.Cancelled());
    assertThat(report.removed()).isEmpty();
    end.countDown();
  }

  @Test
  void anInterruptedRemovalSaysSoAndStaysInterrupted() {
    MeddledEngine engine = new MeddledEngine(image("1", A));
    RecordedRun run = new RecordedRun(engine);
    Thread.currentThread().interrupt();

    assertThatIllegalStateException().isThrownBy(run::carryOut);
    assertThat(Thread.interrupted()).isTrue();
  }
}
