package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.FaultyProxy;
import io.github.sandboxcache.testing.FaultyProxy.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a line does to an answer: the question ends, with a reason, and the next one works. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class FaultyConnectionTest {
  private static final String REFERENCE = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String IMAGE =
      "{\"Id\":\"sha256:1\",\"RepoTags\":[\"%s\"],\"Size\":1}".formatted(REFERENCE);

  private static final InstallContainer CONTAINER =
      new InstallContainer(
          "c",
          "base",
          new ImageConfig("", List.of(), List.of(), "", "", List.of(), List.of(), false),
          Map.of(),
          Optional.empty(),
          List.of(),
          new ResourceLimits(1, 1, 1),
          Duration.ofMinutes(1),
          Optional.empty());
  private static final ContainerCommand COMMAND =
      new ContainerCommand(List.of("x"), "/", Map.of(), "0");

  private final FakeEngine fake = FakeEngine.speaking("1.24", "1.47");
  private FaultyProxy line;
  private ContainerEngine engine;

  /** What is asked of the engine. */
  enum Question {
    LIST,
    INSPECT,
    REMOVE,
    CONTAINERS,
    LIFE,
    CREATE,
    STATE,
    RUN
  }

  /** What is asked of the engine and answered without a body. */
  enum Order {
    START,
    WRITE,
    TAG,
    REMOVE_CONTAINER
  }

  private void ask(Question question) {
    Object _ =
        switch (question) {
          case LIST -> engine.images();
          case INSPECT -> engine.image(REFERENCE);
          case REMOVE -> engine.removeReference(REFERENCE);
          case CONTAINERS -> engine.containers();
          case LIFE -> engine.containerLife("c");
          case CREATE -> engine.installRuntime().createContainer(CONTAINER);
          case STATE -> engine.installRuntime().state("c");
          case RUN -> engine.installRuntime().run("c", COMMAND, _ -> {}, new Cancellation());
        };
  }

  private void give(Order order) {
    switch (order) {
      case START -> engine.installRuntime().startContainer("c");
      case WRITE -> engine.installRuntime().writeFile("c", "/", "f", new byte[1]);
      case TAG ->
          engine
              .installRuntime()
              .tag("sha256:1", new CacheReference(new Language("go"), "aaaaaaaaaaaa"));
      case REMOVE_CONTAINER -> engine.installRuntime().removeContainer("c");
    }
  }

  @BeforeEach
  void connect() throws IOException {
    fake.answer("/v1.47/images/json", 200, "[" + IMAGE + "]");
    fake.answer("/v1.47/images/" + REFERENCE + "/json", 200, IMAGE);
    fake.answer("/v1.47/images/" + REFERENCE, 200, "[{\"Deleted\":\"sha256:1\"}]");
    fake.answer("/v1.47/containers/json", 200, "[{\"Id\":\"c\",\"ImageID\":\"sha256:1\"}]");
    fake.answer("/v1.47/containers/c/json", 200, "{\"Id\":\"c\",\"State\":{\"Running\":true}}");
    fake.answer("/v1.47/info", 200, "{}");
    fake.answer("/v1.47/containers/create", 201, "{\"Id\":\"c\"}");
    fake.answer("/v1.47/containers/c/exec", 201, "{\"Id\":\"e\"}");
    fake.answer("/v1.47/exec/e/start", 200, "");
    fake.answer("/v1.47/exec/e/json", 200, "{\"Running\":false,\"ExitCode\":0}");
    fake.answer("/v1.47/commit", 201, "{\"Id\":\"sha256:2\"}");
    line = FaultyProxy.before(fake.uri());
    engine = ImpatientEngine.at(line.uri(), Duration.ofMillis(500));
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
    line.close();
    fake.close();
  }

  static Stream<Arguments> everyFaultOfEveryQuestion() {
    return Arrays.stream(Question.values())
        .flatMap(
            question ->
                Arrays.stream(Fault.values())
                    .filter(fault -> fault != Fault.NONE && fault != Fault.DELAY)
                    .map(fault -> Arguments.of(question, fault)));
  }

  @ParameterizedTest
  @MethodSource("everyFaultOfEveryQuestion")
  void aQuestionEndsWithAReasonAndTheNextOneIsAnswered(Question question, Fault fault)
      throws IOException {
    ask(question);
    line.does(fault);

    assertThatThrownBy(() -> ask(question))
        .isInstanceOf(EngineException.class)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .as("words of the engine or the system")
                    .isNotBlank()
                    .doesNotContain("null", "Exception", "com.fasterxml", "java."));

    line.does(Fault.NONE);
    assertThatCode(() -> ask(question)).doesNotThrowAnyException();
  }

  static Stream<Arguments> everyFaultOfEveryOrder() {
    return Arrays.stream(Order.values())
        .flatMap(
            order ->
                Stream.of(Fault.STALL, Fault.CUT_HEAD, Fault.REFUSE, Fault.ERROR)
                    .map(fault -> Arguments.of(order, fault)));
  }

  @ParameterizedTest
  @MethodSource("everyFaultOfEveryOrder")
  void anOrderEndsWithAReasonAndTheNextOneIsDone(Order order, Fault fault) throws IOException {
    line.does(fault);
    assertThatThrownBy(() -> give(order)).isInstanceOf(EngineException.class);

    line.does(Fault.NONE);
    assertThatCode(() -> give(order)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {"STALL", "HALF_OPEN"})
  void aCommitThatIsNeverAnsweredEndsWhenNobodyWantsItAnyMore(Fault fault) throws Exception {
    line.does(fault, "POST /commit");
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    ImageConfig config = CONTAINER.config();
    Thread.ofPlatform()
        .daemon()
        .start(
            () ->
                outcome.complete(
                    catchThrowable(
                        () ->
                            engine
                                .installRuntime()
                                .commit(
                                    "c", new CommitRequest(config, Map.of(), ""), cancellation))));
    line.awaitFault();
    cancellation.cancel();
    assertThat(outcome.get()).isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void anAnswerThatComesLateIsAnAnswer(Question question) throws IOException {
    line.does(Fault.DELAY);
    // Only a question that may be asked twice survives that its connection was cut before.
    List<EngineImage> _ = engine.images();
    assertThatCode(() -> ask(question)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {"STALL", "CUT_HEAD", "REFUSE", "ERROR"})
  void eventsThatCannotBeHadAreSaidAtOnce(Fault fault) throws IOException {
    line.does(fault);
    assertThatThrownBy(() -> engine.subscribe(new Ear())).isInstanceOf(EngineException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {"CUT_BODY", "CORRUPT"})
  void eventsThatBreakOffAreTold(Fault fault) throws Exception {
    fake.answer(
        "/v1.47/events", 200, "{\"Type\":\"image\",\"Action\":\"tag\",\"Actor\":{\"ID\":\"a\"}}");
    line.does(fault);
    Ear ear = new Ear();

    try (var _ = engine.subscribe(ear)) {
      ear.broken.await();
    }

    assertThat(ear.broken.getCount()).isZero();
  }

  private static final class Ear implements EngineEventListener {
    private final CountDownLatch broken = new CountDownLatch(1);

    @Override
    public void onEvent(EngineEvent event) {}

    @Override
    public void onBreak(EngineException cause) {
      broken.countDown();
    }
  }
}
