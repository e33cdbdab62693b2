package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire when images are listed and removed, to the letter. */
class RemovalRequestTest {
  private final FakeEngine fake = FakeEngine.speaking("1.40", "1.47");
  private final ContainerEngine engine = connect();

  private ContainerEngine connect() {
    return ((Outcome.Connected)
            new DockerEngineConnector(EngineEnvironment.current()).connect(Optional.of(fake.uri())))
        .engine();
  }

  @AfterEach
  void close() {
    engine.close();
    fake.close();
  }

  private String lastRequest() {
    return fake.requests().getLast();
  }

  @Test
  void aRemovalNamesTheReferenceAndIsNeverForced() {
    engine.removeReference("mcp-sandbox-python:0123456789ab");
    assertThat(lastRequest())
        .isEqualTo("DELETE /v1.47/images/mcp-sandbox-python:0123456789ab?force=false&noprune=true");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"[{'Untagged':'a'},{'Deleted':'sha256:1'}]\", true",
        "\"[{'Untagged':'a'}]\", false",
        "\"[{'Untagged':'a'},{'Deleted':null}]\", false",
        "[], false",
        "{}, false"
      })
  void theAnswerTellsWhetherTheImageWentToo(String answer, boolean deleted) {
    fake.answer("/v1.47/images/mcp-sandbox-python:0123456789ab", 200, answer.replace('\'', '"'));
    assertThat(engine.removeReference("mcp-sandbox-python:0123456789ab")).isEqualTo(deleted);
  }

  @Test
  void aNameIsGivenBackToTheVeryImage() {
    fake.answer("/v1.47/images/sha256:01/tag", 201, "");
    engine.restoreReference("sha256:01", "mcp-sandbox-python:0123456789ab");
    assertThat(lastRequest())
        .startsWith("POST /v1.47/images/sha256:01/tag?")
        .contains("repo=mcp-sandbox-python", "tag=0123456789ab")
        .doesNotContain("force");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789ab",
        "mcp-sandbox-python:base",
        "mcp-sandbox-python:latest",
        "mcp-sandbox-python:0123456789AB",
        "mcp-sandbox-python:0123456789abc",
        "mcp-sandbox-python:0123456789a",
        "mcp-sandbox-py_thon:0123456789ab",
        "mcp-sandbox-python",
        "docker.io/library/mcp-sandbox-python:0123456789ab",
        "localhost/mcp-sandbox-python:0123456789ab",
        "team/mcp-sandbox-python:0123456789ab",
        "mcp-sandbox-python:0123456789ab@sha256:00",
        "xmcp-sandbox-python:0123456789ab",
        "mcp-sandbox-python:0123456789ab ",
        "mcp-sandbox-python:0123456789ab\n",
        "mcp-sandbox-:0123456789ab",
        "python:3.12",
        "",
      })
  void nothingElseEverGetsAsFarAsTheEngine(String name) {
    int before = fake.requests().size();
    assertThatIllegalArgumentException().isThrownBy(() -> engine.removeReference(name));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.restoreReference("sha256:01", name));
    assertThat(fake.requests()).hasSize(before);
  }

  @Test
  void aListAsksForImagesWithoutANameToo() {
    var _ = engine.images();
    assertThat(lastRequest()).isEqualTo("GET /v1.47/images/json?all=1&shared-size=1");
  }

  @Test
  void imagesMadeSinceAreAskedForByTheImageBefore() {
    var _ = engine.imagesMadeAfter("sha256:01");
    assertThat(lastRequest())
        .isEqualTo(
            "GET /v1.47/images/json?all=1&filters=%7B%22since%22%3A%5B%22sha256%3A01%22%5D%7D");
  }

  @Test
  void theEnginesAnswersAreToldApart() {
    String path = "/v1.47/images/mcp-sandbox-python:0123456789ab";
    fake.answer(path, 404, "{\"message\":\"No such image\"}");
    assertThatThrownBy(() -> engine.removeReference("mcp-sandbox-python:0123456789ab"))
        .isInstanceOf(ImageNotFoundException.class)
        .hasMessage("No such image");
    fake.answer(path, 409, "{\"message\":\"conflict\"}");
    assertThatThrownBy(() -> engine.removeReference("mcp-sandbox-python:0123456789ab"))
        .isInstanceOf(ImageInUseException.class)
        .hasMessage("conflict");
    fake.answer(path, 500, "{\"message\":\"disk on fire\"}");
    assertThatThrownBy(() -> engine.removeReference("mcp-sandbox-python:0123456789ab"))
        .isExactlyInstanceOf(EngineRefusedException.class)
        .hasMessage("disk on fire")
        .extracting("status")
        .isEqualTo(500);
  }

  @Test
  void anErrorIsNotAskedAboutByTheEngineItself() {
    fake.answer("/v1.47/images/mcp-sandbox-python:0123456789ab", 500, "{\"message\":\"no\"}");
    int before = fake.requests().size();
    assertThatThrownBy(() -> engine.removeReference("mcp-sandbox-python:0123456789ab"))
        .isInstanceOf(EngineRefusedException.class);
    assertThat(fake.requests()).hasSize(before + 1);
  }
}
