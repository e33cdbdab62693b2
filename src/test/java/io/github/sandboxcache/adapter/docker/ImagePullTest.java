package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePullTest {
  private static final String PATH = "/v1.51/images/create";

  private static EngineConnection connection(FakeEngine fake) {
    return EngineConnection.at(URI.create(fake.uri()), Optional.empty())
        .speaking(ApiVersion.NEWEST);
  }

  private static List<PullProgress> pull(int status, String reports) {
    List<PullProgress> progress = new ArrayList<>();
    try (FakeEngine fake = FakeEngine.speaking("1.40", "1.51").answer(PATH, status, reports);
        EngineConnection engine = connection(fake)) {
      new ImagePull(engine, RegistryLogins.in(Path.of("absent")), progress::add, new Cancellation())
          .pull("python:3.11-slim");
    }
    return progress;
  }

  @Test
  void progressIsSummedUpOverTheLayers() {
    List<PullProgress> progress =
        pull(
            200,
            """
            {"status":"Pulling from library/python","id":"3.11-slim"}
            {"status":"Downloading","id":"a","progressDetail":{"current":10,"total":100}}
            {"status":"Downloading","id":"b","progressDetail":{"current":5,"total":50}}
            {"status":"Download complete","id":"a","progressDetail":{}}
            {"status":"Extracting","id":"a","progressDetail":{"current":1,"total":100}}
            {"status":"Status: Downloaded newer image"}
            """);
    assertThat(progress)
        .extracting(PullProgress::doneBytes)
        .containsExactly(0L, 10L, 15L, 105L, 105L, 105L);
    assertThat(progress.getLast())
        .isEqualTo(new PullProgress("Status: Downloaded newer image", 105, 150));
  }

  @Test
  void anErrorInsideTheStreamIsTheEnginesRefusal() {
    assertThatThrownBy(() -> pull(200, "{\"error\":\"no space left on device\"}\n"))
        .isInstanceOfSatisfying(
            EngineRefusedException.class,
            refused -> {
              assertThat(refused.status()).isZero();
              assertThat(refused).hasMessage("no space left on device");
            });
  }

  @Test
  void anImageThatTheRegistryDoesNotHaveIsNotFound() {
    assertThatThrownBy(() -> pull(404, "{\"message\":\"pull access denied\"}"))
        .isInstanceOf(ImageNotFoundException.class)
        .hasMessage("pull access denied");
  }

  @Test
  void aCancelledPullEndsAsCancelled() {
    Cancellation cancellation = new Cancellation();
    String endless = "{\"status\":\"Downloading\",\"id\":\"a\"}\n".repeat(100_000);
    try (FakeEngine fake = FakeEngine.speaking("1.40", "1.51").answer(PATH, 200, endless);
        EngineConnection engine = connection(fake)) {
      ImagePull pull =
          new ImagePull(
              engine,
              RegistryLogins.in(Path.of("absent")),
              _ -> cancellation.cancel(),
              cancellation);
      assertThatThrownBy(() -> pull.pull("x")).isInstanceOf(CancellationException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "python, python, latest",
    "python:3.11-slim, python, 3.11-slim",
    "localhost:5000/a/b, localhost%3A5000%2Fa%2Fb, latest",
    "localhost:5000/a:1, localhost%3A5000%2Fa, 1",
    "a@sha256:00, a%40sha256%3A00, ''"
  })
  void aReferenceWithoutATagMeansLatest(String reference, String image, String tag) {
    try (FakeEngine fake = FakeEngine.speaking("1.40", "1.51").answer(PATH, 200, "");
        EngineConnection engine = connection(fake)) {
      new ImagePull(engine, RegistryLogins.in(Path.of("absent")), _ -> {}, new Cancellation())
          .pull(reference);
      String query = fake.requests().getLast().replaceFirst(".*\\?", "");
      assertThat(query.split("&"))
          .containsExactlyInAnyOrderElementsOf(
              tag.isEmpty()
                  ? List.of("fromImage=" + image)
                  : List.of("fromImage=" + image, "tag=" + tag));
    }
  }

  @Test
  void whatTheRegistryOfAnOlderEngineSendsBesideDoesNotMatter() {
    assertThat(
            pull(
                200,
                """
                {"status":"x","id":"a","aux":{"Size":99999999999},"progressDetail":{"units":"s"}}
                {"status":"Downloading","id":"a","progressDetail":null}
                """))
        .hasSize(2);
  }
}
