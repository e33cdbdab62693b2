package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalReport.FailedRemoval;
import io.github.sandboxcache.domain.removal.RemovalReport.UnknownRemoval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a removal is what happened, whatever the engine answered. */
class RemovalEndingTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  /** The engine removes the image and then answers like that. */
  private static RemovalCase removedWithAnswer(EngineException answer) {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            reference -> {
              clear.engine().real().removeReference(reference);
              throw answer;
            });
    return clear;
  }

  private static void assertRemoved(RemovalCase clear) {
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(A);
    assertThat(report.kept()).isEmpty();
    assertThat(report.successful()).isTrue();
    assertThat(clear.journal()).containsExactly("asking " + A, "removed " + A);
  }

  @Test
  void anImageThatGetsAChildWhileItIsRemovedGetsItsNameBack() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear.engine().onRemovalComesChild(childOf("1", image("3", "team/child:1")));

    RemovalReport report = clear.carryOut();

    assertThat(clear.engine().real().image(A)).map(EngineImage::id).contains("1");
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.ParentOf(List.of("team/child:1")));
    assertThat(clear.journal()).containsExactly("asking " + A, "kept " + A);
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 500, 503})
  void anErrorAfterTheDeedIsARemoval(int status) {
    assertRemoved(removedWithAnswer(new EngineRefusedException(status, "shutting down")));
  }

  @Test
  void aConflictAfterTheDeedIsARemoval() {
    assertRemoved(removedWithAnswer(new ImageInUseException("image is being removed")));
  }

  @Test
  void aConnectionThatBreaksAfterTheDeedIsARemoval() {
    assertRemoved(removedWithAnswer(ScriptedEngine.silence()));
  }

  @Test
  void whatTheClientAskedTwiceIsNotSomebodyElsesDoing() {
    assertRemoved(removedWithAnswer(new ImageNotFoundException("No such image: " + A)));
  }

  @Test
  void whatIsThereAfterAnErrorFailedWithTheEnginesWords() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            _ -> {
              throw new EngineRefusedException(500, "disk on fire");
            });
    RemovalReport report = clear.carryOut();
    assertThat(report.failed()).extracting(FailedRemoval::reason).containsExactly("disk on fire");
    assertThat(report.successful()).isFalse();
    assertThat(clear.journal()).containsExactly("asking " + A, "failed " + A + ": disk on fire");
  }

  @Test
  void whereTheNameMeansAnotherImageAfterAnErrorThatOneStays() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            reference -> {
              clear.engine().real().removeReference(reference);
              clear.engine().real().add(image("2", A));
              throw new EngineRefusedException(500, "shutting down");
            });
    assertThat(clear.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.Changed());
    assertThat(clear.journal()).contains("kept " + A);
  }

  @Test
  void anEngineThatSaysNothingLeavesItNotKnown() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            _ -> {
              clear.engine().fallSilent();
              throw ScriptedEngine.silence();
            });
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept()).isEmpty();
    assertThat(report.failed()).isEmpty();
    assertThat(report.unknown())
        .extracting(UnknownRemoval::reason)
        .containsExactly(Optional.of("no answer from unix:///engine: not a byte"));
    assertThat(report.successful()).isFalse();
    assertThat(clear.journal()).containsExactly("asking " + A, "unknown " + A);
  }

  @Test
  void anEngineThatHasGoneIsNotAskedForEachOfAThousandImages() {
    RemovalCase clear =
        RemovalCase.clear(
            IntStream.range(0, 1_000)
                .mapToObj(i -> image("i" + i, "mcp-sandbox-go:%012x".formatted(i)))
                .toArray(EngineImage[]::new));
    clear.engine().fallSilent();
    RemovalReport report = clear.carryOut();
    assertThat(report.failed())
        .hasSize(1_000)
        .extracting(FailedRemoval::reason)
        .containsOnly("no answer from unix:///engine: not a byte");
    assertThat(clear.engine().looks()).hasSizeLessThan(2 * Remover.CONCURRENCY);
    assertThat(clear.engine().removals()).isEmpty();
  }

  @Test
  void oneBrokenConnectionDoesNotStopTheOthers() {
    RemovalCase clear =
        RemovalCase.clear(
            IntStream.range(0, 100)
                .mapToObj(i -> image("i" + i, "mcp-sandbox-go:%012x".formatted(i)))
                .toArray(EngineImage[]::new));
    String broken = "mcp-sandbox-go:000000000007";
    clear
        .engine()
        .onLook(
            name -> {
              if (name.equals(broken)) {
                throw ScriptedEngine.silence();
              }
              return clear.engine().real().image(name);
            });
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).hasSize(99);
    assertThat(report.failed())
        .extracting(failed -> failed.image().engineReference())
        .containsExactly(broken);
    assertThat(clear.engine().removals()).doesNotContain(broken);
  }

  @Test
  void aRefusalBecauseOfAContainerNamesIt() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            _ -> {
              clear
                  .engine()
                  .real()
                  .begin(new ContainerLife(container("job", "1"), Instant.EPOCH, Optional.empty()));
              throw new ImageInUseException("conflict");
            });
    assertThat(clear.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.InUse(List.of("job")));
    assertThat(clear.journal()).contains("kept " + A);
  }

  @Test
  void aRefusalThatNoContainerExplainsFailsWithTheEnginesWords() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            _ -> {
              throw new ImageInUseException("needed by a build");
            });
    assertThat(clear.carryOut().failed())
        .extracting(FailedRemoval::reason)
        .containsExactly("needed by a build");
  }

  @Test
  void anUnexpectedErrorFailsItsImageAlone() {
    RemovalCase clear = RemovalCase.clear(image("1", A), image("2", B));
    clear
        .engine()
        .onLook(
            name -> {
              if (name.equals(A)) {
                throw new IllegalStateException("a bug");
              }
              return clear.engine().real().image(name);
            });
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(B);
    assertThat(report.failed())
        .extracting(FailedRemoval::reason)
        .containsExactly("java.lang.IllegalStateException: a bug");
  }

  @Test
  void whatTheEngineIsAtWhenItIsCancelledIsNotWaitedForForEver() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    CountDownLatch never = new CountDownLatch(1);
    clear
        .engine()
        .onRemoval(
            _ -> {
              clear.cancellation().cancel();
              awaitInVain(never);
            });
    RemovalReport report = clear.carryOut();
    never.countDown();
    assertThat(report.unknown())
        .singleElement()
        .satisfies(asked -> assertThat(asked.reason()).isEmpty());
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept()).isEmpty();
  }

  @Test
  void whatIsDoneByTheTimeOfACancellationIsTold() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .onRemoval(
            reference -> {
              clear.cancellation().cancel();
              clear.engine().real().removeReference(reference);
            });
    assertRemoved(clear);
  }

  private static void awaitInVain(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
