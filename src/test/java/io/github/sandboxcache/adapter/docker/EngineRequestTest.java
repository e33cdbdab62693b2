package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request goes over the wire exactly as it was meant. */
class EngineRequestTest {
  private static String body(EngineRequest request) {
    return new String(
        Objects.requireNonNull(request.toRequest("").bodyBytes()), StandardCharsets.UTF_8);
  }

  @Test
  void eachMethodIsTheOneItIsNamedAfter() {
    assertThat(EngineRequest.get("/a").method()).isEqualTo("GET");
    assertThat(EngineRequest.head("/a").method()).isEqualTo("HEAD");
    assertThat(EngineRequest.post("/a").method()).isEqualTo("POST");
    assertThat(EngineRequest.delete("/a").method()).isEqualTo("DELETE");
  }

  @Test
  void withoutParametersItsTargetIsItsPath() {
    assertThat(EngineRequest.get("/images/json").target()).isEqualTo("/images/json");
  }

  @Test
  void parametersFollowInTheirOrderAndMayComeSeveralTimes() {
    assertThat(
            EngineRequest.post("/build")
                .with("t", "a b")
                .with("t", "c&d=é")
                .with("q", "1")
                .target())
        .isEqualTo("/build?t=a%20b&t=c%26d%3D%C3%A9&q=1");
  }

  @Test
  void filtersAreOneParameterOfJson() {
    assertThat(
            EngineRequest.get("/images/json")
                .withFilters(Map.of("reference", List.of("a:1")))
                .target())
        .isEqualTo("/images/json?filters=%7B%22reference%22%3A%5B%22a%3A1%22%5D%7D");
  }

  @ParameterizedTest
  @CsvSource({
    "mcp-sandbox-go:0123456789ab, mcp-sandbox-go:0123456789ab",
    "localhost/mcp-sandbox-go:0123456789ab, localhost/mcp-sandbox-go:0123456789ab",
    "a@sha256:1, a@sha256:1",
    "c++:1, c%2B%2B:1",
    "a b?c#d%2F, a%20b%3Fc%23d%252F"
  })
  void aNameInAPathKeepsItsSlashesAndColonsAndNothingElseThatHasAMeaning(String name, String part) {
    assertThat(EngineRequest.pathPart(name)).isEqualTo(part);
  }

  @Test
  void aBodyStaysWithTheRequestThatParametersAreAddedTo() {
    EngineRequest request =
        EngineRequest.post("/containers/create").withJson(Map.of("Image", "a:1")).with("name", "n");

    assertThat(request.target()).isEqualTo("/containers/create?name=n");
    assertThat(request.toRequest("/v1.51").path()).isEqualTo("/v1.51/containers/create?name=n");
    assertThat(request.toRequest("").headers()).containsEntry("Content-Type", "application/json");
    assertThat(body(request)).isEqualTo("{\"Image\":\"a:1\"}");
  }

  @Test
  void whatIsNoJsonIsRefusedBeforeItIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineRequest.post("/a").withJson(new Object() {}).toRequest(""));
  }
}
