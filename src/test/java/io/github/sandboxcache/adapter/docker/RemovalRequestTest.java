package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
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
  private static final CacheReference CACHED = new CacheReference(Language.PYTHON, "0123456789ab");

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

  private static final String DIGITS = "0123456789abcdef".repeat(4);
  private static final String ID = "sha256:" + DIGITS;
  private static final String PASSING_NAME = "sandbox-cache-removal:" + DIGITS;

  private void inspectionSays(String fields) {
    fake.answer(
        "/v1.47/images/" + ID + "/json",
        200,
        ("{'Id':'" + ID + "'," + fields + "}").replace('\'', '"'));
  }

  @Test
  void anImageWithoutANameIsRemovedByANameOfOurs() {
    inspectionSays("'RepoTags':[],'RepoDigests':['<none>@<none>']");
    fake.answer("/v1.47/images/" + ID + "/tag", 201, "");
    fake.answer("/v1.47/images/" + PASSING_NAME, 200, "[{\"Deleted\":\"" + ID + "\"}]");

    assertThat(engine.removeUntagged(ID)).isTrue();
    assertThat(fake.requests())
        .endsWith(
            "GET /v1.47/images/" + ID + "/json",
            "POST /v1.47/images/" + ID + "/tag?repo=sandbox-cache-removal&tag=" + DIGITS,
            "DELETE /v1.47/images/" + PASSING_NAME + "?force=false&noprune=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'RepoTags':['team/app:1']",
        "'RepoTags':['sandbox-cache-removal:0123']",
        "'RepoTags':[],'RepoDigests':['team/app@sha256:00']",
      })
  void anImageWithANameOfAnybodysIsNotTouched(String names) {
    inspectionSays(names);

    assertThat(engine.removeUntagged(ID)).isFalse();
    assertThat(engine.nameUntagged(ID, CACHED)).isFalse();
    assertThat(lastRequest()).isEqualTo("GET /v1.47/images/" + ID + "/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost/", "docker.io/library/"})
  void theNameOfARemovalThatDidNotEndIsNone(String registry) {
    inspectionSays(
        ("'RepoTags':['%1$s"
                + PASSING_NAME
                + "'],'RepoDigests':['%1$ssandbox-cache-removal@sha256:00']")
            .formatted(registry));
    fake.answer("/v1.47/images/" + ID + "/tag", 201, "");

    assertThat(engine.image(ID).orElseThrow().references()).isEmpty();
    assertThat(engine.nameUntagged(ID, CACHED)).isTrue();
    assertThat(lastRequest())
        .as("taken away once there is another")
        .isEqualTo("DELETE /v1.47/images/" + PASSING_NAME + "?force=false&noprune=true");
  }

  @Test
  void aNameIsGivenToAnImageWithoutOne() {
    inspectionSays("'RepoTags':null");
    fake.answer("/v1.47/images/" + ID + "/tag", 201, "");

    assertThat(engine.nameUntagged(ID, CACHED)).isTrue();
    assertThat(lastRequest())
        .startsWith("POST /v1.47/images/" + ID + "/tag?")
        .contains("repo=mcp-sandbox-python", "tag=0123456789ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789ab", "mcp-sandbox-python:0123456789ab", "sha256:0123", ""})
  void nothingButAWholeIdIsTakenForAnImageWithoutAName(String name) {
    int before = fake.requests().size();
    assertThatIllegalArgumentException().isThrownBy(() -> engine.removeUntagged(name));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.nameUntagged(name, CACHED));
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
