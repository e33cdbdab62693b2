package io.github.sandboxcache.removal;

import static io.github.sandboxcache.catalog.Images.container;
import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.ReferenceNaming;
import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.port.EngineRefusedException;
import io.github.sandboxcache.port.EngineUnreachableException;
import io.github.sandboxcache.port.ImageInUseException;
import io.github.sandboxcache.port.ImageNotFoundException;
import io.github.sandboxcache.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.removal.RemovalReport.FailedRemoval;
import io.github.sandboxcache.removal.RemovalReport.UnknownRemoval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An engine's answer is not believed where another look can tell what happened. */
class AnsweredRemovalTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  private final MeddledEngine engine = new MeddledEngine(image("1", A));

  private static Runnable failing(RuntimeException error) {
    return () -> {
      throw error;
    };
  }

  private static EngineUnreachableException silence() {
    return new EngineUnreachableException("unix:///x", "nothing for 60 s", null);
  }

  private static List<String> references(List<CachedImage> images) {
    return images.stream().map(CachedImage::engineReference).toList();
  }

  private static List<KeepReason> reasons(RemovalReport report) {
    return report.kept().stream().map(KeptImage::reason).toList();
  }

  private static List<String> failures(RemovalReport report) {
    return report.failed().stream().map(FailedRemoval::reason).toList();
  }

  @Test
  void whatIsGoneWasRemovedAlthoughTheEngineToldAnError() {
    engine.atRemoval(
        A,
        () -> {
          engine.drop(A);
          throw new EngineRefusedException(500, "server is stopping");
        });
    RecordedRun run = new RecordedRun(engine);

    assertThat(references(run.carryOut().removed())).containsExactly(A);
    assertThat(run.journal).containsExactly("asking " + A, "removed " + A);
  }

  @Test
  void whatWasThereAtTheLookAndIsNotFoundAtTheRemovalWasRemovedByUs() {
    engine.atRemoval(A, failing(new ImageNotFoundException("no such image")));

    assertThat(references(new RecordedRun(engine).carryOut().removed())).containsExactly(A);
  }

  @Test
  void whatIsThereAfterAnErrorFailedInTheEnginesWords() {
    engine.atRemoval(A, failing(new EngineRefusedException(500, "disk on fire")));
    RecordedRun run = new RecordedRun(engine);
    RemovalReport report = run.carryOut();

    assertThat(failures(report)).containsExactly("disk on fire");
    assertThat(report.successful()).isFalse();
    assertThat(run.journal).containsExactly("asking " + A, "stayed " + A);
  }

  @Test
  void aNameThatMovedToAnotherImageMeanwhileStays() {
    engine.atRemoval(
        A,
        () -> {
          engine.drop(A);
          engine.put(image("2", A));
          throw new EngineRefusedException(500, "conflict");
        });
    RecordedRun run = new RecordedRun(engine);

    assertThat(reasons(run.carryOut())).containsExactly(new KeepReason.Changed());
    assertThat(run.journal).containsExactly("asking " + A, "stayed " + A);
  }

  @Test
  void aContainerMadeAfterTheLookIsNamedAsTheReason() {
    engine.atRemoval(
        A,
        () -> {
          engine.put(container("web", "1"));
          throw new ImageInUseException("conflict");
        });

    assertThat(reasons(new RecordedRun(engine).carryOut()))
        .containsExactly(new KeepReason.InUse(List.of("web")));
  }

  @Test
  void useThatNoContainerExplainsIsAFailureInTheEnginesWords() {
    engine.atRemoval(A, failing(new ImageInUseException("image has dependents")));
    assertThat(failures(new RecordedRun(engine).carryOut()))
        .containsExactly("image has dependents");

    engine.atContainerList(failing(new EngineRefusedException(500, "no list")));
    assertThat(failures(new RecordedRun(engine).carryOut()))
        .containsExactly("image has dependents");
  }

  @Test
  void whatNobodySaysIsNotKnown() {
    engine.atRemoval(
        A,
        () -> {
          engine.atLook(A, failing(silence()));
          throw new EngineRefusedException(500, "server is stopping");
        });
    RecordedRun run = new RecordedRun(engine);
    RemovalReport report = run.carryOut();

    assertThat(report.unknown())
        .singleElement()
        .returns(A, unknown -> unknown.image().engineReference())
        .returns(Optional.of("server is stopping"), UnknownRemoval::reason);
    assertThat(report.successful()).isFalse();
    assertThat(run.journal).containsExactly("asking " + A);
    assertThat(run.fractions).containsExactly(1.0);
  }

  @Test
  void anUnexpectedErrorOfOneImageStopsNoOther() {
    engine.put(image("2", B));
    engine.atRemoval(A, failing(new IllegalStateException("bug")));
    RecordedRun run = new RecordedRun(engine);
    RemovalReport report = run.carryOut();

    assertThat(failures(report)).containsExactly("java.lang.IllegalStateException: bug");
    assertThat(references(report.removed())).containsExactly(B);
    assertThat(run.fractions).containsExactly(0.5, 1.0);
  }

  @Test
  void aLookThatFailsKeepsItsImageAndTheEngineIsNotAskedToRemoveIt() {
    engine.atLook(A, failing(new EngineRefusedException(500, "no look")));
    RecordedRun run = new RecordedRun(engine);

    assertThat(failures(run.carryOut())).containsExactly("no look");
    assertThat(engine.asked()).isEmpty();
    assertThat(run.journal).isEmpty();
  }

  @Test
  void afterEightQuestionsWithoutAnAnswerNobodyAsksTheNinth() {
    MeddledEngine frozen = images(12);
    List<EngineImage> looked = new ArrayList<>();
    frozen.images().forEach(image -> atLook(frozen, image, failing(silence(), looked, image)));
    RemovalReport report = new RecordedRun(frozen).carryOut();

    assertThat(failures(report))
        .hasSize(12)
        .containsOnly("no answer from unix:///x: nothing for 60 s");
    assertThat(looked).hasSize(8);
  }

  @Test
  void anAnswerInBetweenCountsThemAnew() {
    MeddledEngine tired = images(12);
    List<EngineImage> looked = new ArrayList<>();
    tired.images().stream()
        .filter(image -> !image.id().equals("4"))
        .forEach(image -> atLook(tired, image, failing(silence(), looked, image)));
    RemovalReport report = new RecordedRun(tired).carryOut();

    assertThat(report.removed()).hasSize(1);
    assertThat(looked).hasSizeGreaterThan(8);
  }

  private static Runnable failing(
      RuntimeException error, List<EngineImage> looked, EngineImage image) {
    return () -> {
      looked.add(image);
      throw error;
    };
  }

  private static void atLook(MeddledEngine engine, EngineImage image, Runnable event) {
    engine.atLook(image.references().getFirst(), event);
  }

  /** So many images of an engine that is asked one thing at a time. */
  private static MeddledEngine images(int count) {
    return new MeddledEngine(
        ReferenceNaming.PODMAN,
        IntStream.range(0, count)
            .mapToObj(i -> image(Integer.toString(i), "mcp-sandbox-go:%012x".formatted(i)))
            .toArray(EngineImage[]::new));
  }
}
