package io.github.sandboxcache.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.engine.FaultyProxy.Fault;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineAttempt.Source;
import io.github.sandboxcache.port.EngineEvent;
import io.github.sandboxcache.port.EngineEventListener;
import io.github.sandboxcache.port.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a line does to an answer: the question ends, with a reason, and the next one works. */
class FaultyConnectionTest {
  private static final String REFERENCE = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String IMAGE =
      "{\"Id\":\"sha256:1\",\"RepoTags\":[\"%s\"],\"Size\":1}".formatted(REFERENCE);

  private final FakeEngine fake = FakeEngine.speaking("1.24", "1.47");
  private FaultyProxy line;
  private EngineHttp http;
  private ContainerEngine engine;

  /** What is asked of the engine. */
  enum Question {
    LIST,
    INSPECT,
    REMOVE,
    CONTAINERS,
    LIFE
  }

  private void ask(Question question) {
    Object _ =
        switch (question) {
          case LIST -> engine.images();
          case INSPECT -> engine.image(REFERENCE);
          case REMOVE -> engine.removeReference(REFERENCE);
          case CONTAINERS -> engine.containers();
          case LIFE -> engine.containerLife("c");
        };
  }

  @BeforeEach
  void connect() throws IOException {
    fake.answer("/v1.47/images/json", 200, "[" + IMAGE + "]");
    fake.answer("/v1.47/images/" + REFERENCE + "/json", 200, IMAGE);
    fake.answer("/v1.47/images/" + REFERENCE, 200, "[{\"Deleted\":\"sha256:1\"}]");
    fake.answer("/v1.47/containers/json", 200, "[{\"Id\":\"c\",\"ImageID\":\"sha256:1\"}]");
    fake.answer("/v1.47/containers/c/json", 200, "{\"Id\":\"c\"}");
    line = FaultyProxy.before(fake.uri());
    http = EngineHttp.at(line.uri(), Optional.empty(), Duration.ofMillis(500));
    engine =
        DockerEngine.of(
            Endpoint.named(line.uri().toString(), Source.CHOSEN, ""),
            http,
            new EngineVersion("28", "1.47", "1.24", List.of()),
            new ApiVersion(1, 47),
            RegistryLogins.in(Path.of("absent")));
  }

  @AfterEach
  void close() throws IOException {
    http.close();
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

  @ParameterizedTest
  @EnumSource(Question.class)
  void anAnswerThatComesLateIsAnAnswer(Question question) throws IOException {
    line.does(Fault.DELAY);
    assertThatCode(() -> ask(question)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {"REFUSE", "ERROR"})
  void eventsThatCannotBeHadAreSaidAtOnce(Fault fault) throws IOException {
    line.does(fault);
    assertThatThrownBy(() -> engine.subscribe(new Ear())).isInstanceOf(EngineException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {"CUT_HEAD", "CUT_BODY", "CORRUPT"})
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
