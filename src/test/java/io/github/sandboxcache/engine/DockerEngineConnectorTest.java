package io.github.sandboxcache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.engine.EndpointStrategy.Proposal;
import io.github.sandboxcache.engine.EngineEnvironment.Platform;
import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineAttempt.Failure;
import io.github.sandboxcache.port.EngineAttempt.Source;
import io.github.sandboxcache.port.EngineConnector.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineConnectorTest {
  /** How the docker command names the folder of a context: {@code printf NAME | sha256sum}. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "desktop", "68693d02ab4fbb2331b8cc39915322e48e61f06d4d1b31e7d19913202857bc8a",
          "other", "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa");

  @TempDir Path home;

  private DockerEngineConnector connector(Map<String, String> variables) {
    return new DockerEngineConnector(
        new EngineEnvironment(
            variables, home, Platform.LINUX, Optional.of(Path.of("/run/user/1000"))));
  }

  private List<String> addresses(Map<String, String> variables) {
    return connector(variables).proposals(Optional.empty()).stream()
        .flatMap(proposal -> proposal.endpoints().stream())
        .map(Endpoint::address)
        .toList();
  }

  private void writeContext(String name, String host) throws IOException {
    Path meta = home.resolve(".docker/contexts/meta").resolve(FOLDERS.get(name));
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
  }

  private void writeConfig(String json) throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(".docker/config.json"), json);
  }

  @Test
  void withNothingSetTheUsualSocketsAreTriedInOrder() {
    assertThat(addresses(Map.of()))
        .containsExactly(
            "unix:///var/run/docker.sock",
            "unix://" + home + "/.docker/desktop/docker.sock",
            "unix:///run/user/1000/docker.sock",
            "unix:///run/user/1000/podman/podman.sock",
            "unix:///run/podman/podman.sock");
  }

  @Test
  void dockerHostIsTheOnlyPlaceOnceItIsSet() throws IOException {
    writeConfig("{\"currentContext\":\"desktop\"}");
    writeContext("desktop", "unix:///desktop.sock");
    assertThat(addresses(Map.of("DOCKER_HOST", "tcp://host:1", "DOCKER_CONTEXT", "desktop")))
        .containsExactly("tcp://host:1");
  }

  @Test
  void anEmptyDockerHostCountsAsNotSet() {
    assertThat(addresses(Map.of("DOCKER_HOST", ""))).hasSize(5);
  }

  @Test
  void theCurrentContextIsTheOnlyPlaceWhenItIsNotTheDefault() throws IOException {
    writeConfig("{\"currentContext\":\"desktop\"}");
    writeContext("desktop", "unix:///desktop.sock");
    assertThat(addresses(Map.of())).containsExactly("unix:///desktop.sock");
    assertThat(addresses(Map.of("DOCKER_CONTEXT", "default"))).hasSize(5);
  }

  @Test
  void theVariableForTheContextGoesBeforeTheSettings() throws IOException {
    writeConfig("{\"currentContext\":\"desktop\"}");
    writeContext("desktop", "unix:///desktop.sock");
    writeContext("other", "tcp://other:2375");
    assertThat(addresses(Map.of("DOCKER_CONTEXT", "other"))).containsExactly("tcp://other:2375");
  }

  @Test
  void settingsInAnotherDirectoryAreFound() throws IOException {
    writeConfig("{\"currentContext\":\"desktop\"}");
    writeContext("desktop", "unix:///desktop.sock");
    Path moved = home.resolve("moved");
    Files.move(home.resolve(".docker"), moved);
    assertThat(addresses(Map.of("DOCKER_CONFIG", moved.toString())))
        .containsExactly("unix:///desktop.sock");
  }

  @Test
  void aContextThatDoesNotExistIsSaidAndNothingElseTried() {
    Outcome outcome = connector(Map.of("DOCKER_CONTEXT", "gone")).connect(Optional.empty());
    assertThat(outcome)
        .isEqualTo(
            new Outcome.NoEngine(
                List.of(
                    new EngineAttempt(
                        "gone", Source.CONTEXT, Failure.NOT_SET, "no such docker context"))));
  }

  @Test
  void settingsThatCannotBeReadAreSaid() throws IOException {
    writeConfig("{");
    assertThat(connector(Map.of()).connect(Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.NoEngine.class,
            none ->
                assertThat(none.attempts())
                    .singleElement()
                    .satisfies(
                        attempt -> {
                          assertThat(attempt.place()).isEqualTo("~/.docker/config.json");
                          assertThat(attempt.failure()).isEqualTo(Failure.NOT_USABLE);
                        }));
  }

  @Test
  void whatTheUserChoseIsTheOnlyPlace() {
    List<Proposal> proposals =
        connector(Map.of("DOCKER_HOST", "tcp://host:1")).proposals(Optional.of("/my.sock"));
    assertThat(proposals)
        .singleElement()
        .satisfies(
            proposal ->
                assertThat(proposal.endpoints())
                    .singleElement()
                    .extracting(Endpoint::address, Endpoint::source)
                    .containsExactly("/my.sock", Source.CHOSEN));
  }

  @Test
  void aDockerHostThatDoesNotAnswerIsNotReplacedByAnotherEngine() {
    String missing = "unix://" + home + "/none.sock";
    assertThat(connector(Map.of("DOCKER_HOST", missing)).connect(Optional.empty()))
        .isEqualTo(
            new Outcome.NoEngine(
                List.of(new EngineAttempt(missing, Source.ENVIRONMENT, Failure.NOT_THERE, ""))));
  }

  @Test
  void whenTheUsualPlacesFailTheUnsetVariableIsNamedLast() {
    Outcome outcome =
        new DockerEngineConnector(
                new EngineEnvironment(Map.of(), home, Platform.WINDOWS, Optional.empty()))
            .connect(Optional.empty());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NoEngine.class,
            none ->
                assertThat(none.attempts().getLast())
                    .isEqualTo(
                        new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, "")));
  }

  @Test
  void certificatesAreUsedOnlyWhenVerificationIsAskedFor() {
    Map<String, String> verified =
        Map.of(
            "DOCKER_HOST", "tcp://host:2376",
            "DOCKER_TLS_VERIFY", "1",
            "DOCKER_CERT_PATH", "/certs");
    assertThat(connector(verified).proposals(Optional.empty()).getFirst().endpoints())
        .singleElement()
        .satisfies(e -> assertThat(e.certificates()).contains(Path.of("/certs")));
  }
}
