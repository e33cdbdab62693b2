package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.removal.RemovalReport.FailedRemoval;
import io.github.sandboxcache.domain.removal.RemovalReport.UnknownRemoval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An engine that does not answer is not asked for ever, and nothing goes unlooked at. */
class UnansweredRemovalTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";

  private final MeddledEngine engine = new MeddledEngine(image("1", A));

  private static Runnable failing(RuntimeException error) {
    return () -> {
      throw error;
    };
  }

  private static EngineUnreachableException silence() {
    return new EngineUnreachableException("unix:///x", "nothing for 60 s", null);
  }

  private static List<String> failures(RemovalReport report) {
    return report.failed().stream().map(FailedRemoval::reason).toList();
  }

  @Test
  void useThatNoContainerExplainsIsAFailureInTheEnginesWords() {
    engine.atRemoval(A, failing(new ImageInUseException("image has dependents")));
    assertThat(failures(new RecordedRun(engine).carryOut()))
        .containsExactly("image has dependents");

    EngineRefusedException noList = new EngineRefusedException(500, "no list");
    ImageInUseException inUse = new ImageInUseException("image is needed");
    engine.atRemoval(A, failing(inUse)).atContainerList(failing(noList));
    assertThat(failures(new RecordedRun(engine).carryOut())).containsExactly("image is needed");
    assertThat(inUse).as("for the log").hasSuppressedException(noList);
  }

  @Test
  void aLookThatFailsKeepsItsImageAndTheEngineIsNotAskedToRemoveIt() {
    engine.atLook(A, failing(new EngineRefusedException(500, "no look")));
    RecordedRun run = new RecordedRun(engine);

    assertThat(failures(run.carryOut())).containsExactly("no look");
    assertThat(engine.asked()).isEmpty();
    assertThat(run.journal).containsExactly("failed " + A);
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

  @Test
  void aLookAfterAnErrorThatIsNotAnsweredCountsAmongTheEight() {
    MeddledEngine stopping = images(12);
    EngineUnreachableException silence = silence();
    EngineRefusedException error = new EngineRefusedException(500, "server is stopping");
    List<EngineImage> looked = new ArrayList<>();
    stopping.atRemoval(
        stopping.images().getFirst().references().getFirst(),
        () -> {
          stopping.images().forEach(i -> atLook(stopping, i, failing(silence, looked, i)));
          throw error;
        });
    RemovalReport report = new RecordedRun(stopping).carryOut();

    assertThat(report.unknown())
        .extracting(UnknownRemoval::reason)
        .containsExactly(Optional.of("server is stopping"));
    assertThat(report.failed()).hasSize(11);
    assertThat(looked).hasSize(8);
    assertThat(error).as("for the log").hasSuppressedException(silence);
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
