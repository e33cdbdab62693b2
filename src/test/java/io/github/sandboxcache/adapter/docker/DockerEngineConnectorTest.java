package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.docker.EndpointStrategy.Proposal;
import io.github.sandboxcache.adapter.docker.EngineEnvironment.Platform;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EnginePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void allContextsAreOfferedWhicheverIsCurrent() throws IOException {
    writeConfig("{\"currentContext\":\"desktop\"}");
    writeContext("desktop", "unix:///desktop.sock");
    writeContext("other", "tcp://build-host:2375");

    assertThat(connector(Map.of("DOCKER_HOST", "tcp://named:1")).places())
        .extracting(EnginePlace::name, EnginePlace::address)
        .startsWith(
            tuple("DOCKER_HOST", "tcp://named:1"),
            tuple("desktop", "unix:///desktop.sock"),
            tuple("other", "tcp://build-host:2375"));
  }

  @Test
  void onePlaceIsOfferedOnceAndUsualSocketsOnlyWhereTheyAre() throws IOException {
    Path socket = home.resolve(".docker/desktop/docker.sock");
    Files.createDirectories(socket.getParent());
    Files.createFile(socket);
    writeContext("desktop", "unix://" + socket);

    assertThat(connector(Map.of()).places())
        .extracting(EnginePlace::address)
        .containsOnlyOnce("unix://" + socket)
        .doesNotContain("unix:///run/user/1000/docker.sock");
  }

  @Test
  void aContextThatIsNotLegibleLeavesTheOthers() throws IOException {
    writeContext("desktop", "unix:///desktop.sock");
    Path meta = home.resolve(".docker/contexts/meta").resolve(FOLDERS.get("other"));
    Files.createDirectories(meta);
    Files.writeString(meta.resolve("meta.json"), "{");

    assertThat(connector(Map.of()).places())
        .extracting(EnginePlace::name)
        .startsWith("desktop")
        .doesNotContain("other");
  }

  /** Chosen by its address alone, an engine behind certificates would never answer. */
  @Test
  void theAddressOfAContextIsSpokenToWithItsCertificates() throws IOException {
    writeContext("other", "tcp://build-host:2376");
    Path files =
        home.resolve(".docker/contexts/tls").resolve(FOLDERS.get("other")).resolve("docker");
    Files.createDirectories(files);

    Endpoint chosen =
        connector(Map.of())
            .proposals(Optional.of("tcp://build-host:2376"))
            .getFirst()
            .endpoints()
            .getFirst();

    assertThat(chosen.tls()).contains(new Tls(Optional.of(files), true));
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
  void aContextThatDoesNotExistIsSaidAndTheSearchGoesOn() throws IOException {
    writeConfig("{\"currentContext\":\"gone\"}");

    assertThat(addresses(Map.of())).hasSize(5);
    assertThat(addresses(Map.of("DOCKER_CONTEXT", "gone"))).hasSize(5);
    assertThat(remarks(Map.of()))
        .contains(new EngineAttempt("gone", Source.CONTEXT, Failure.NOT_SET, ""));
  }

  private List<EngineAttempt> remarks(Map<String, String> variables) {
    return connector(variables).proposals(Optional.empty()).stream()
        .flatMap(proposal -> proposal.remark().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "\"", "{\"currentContext\":", "\u0000"})
  void settingsThatAreNotLegibleAreSaidAndTheSearchGoesOn(String config) throws IOException {
    writeConfig(config);

    assertThat(addresses(Map.of())).hasSize(5);
    assertThat(remarks(Map.of()))
        .contains(
            new EngineAttempt(
                "~/.docker/config.json", Source.CONTEXT, Failure.NOT_USABLE, "line 1 is not JSON"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"currentContext\":null}",
        "{\"currentContext\":{}}",
        "{\"currentContext\":\"\"}"
      })
  void settingsWithoutAContextNameNone(String config) throws IOException {
    writeConfig(config);

    assertThat(addresses(Map.of())).hasSize(5);
    assertThat(remarks(Map.of())).noneMatch(remark -> remark.source() == Source.CONTEXT);
  }

  @Test
  void settingsThatAreNoFileDoNotEndTheSearch() throws IOException {
    Files.createDirectories(home.resolve(".docker/config.json"));
    assertThat(addresses(Map.of())).hasSize(5);
    assertThat(remarks(Map.of())).anyMatch(remark -> remark.failure() == Failure.NOT_USABLE);
  }

  @Test
  void aLinkToNowhereIsNoSettings() throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.createSymbolicLink(home.resolve(".docker/config.json"), home.resolve("gone"));
    assertThat(addresses(Map.of())).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"Endpoints\":null}",
        "{\"Endpoints\":{\"docker\":null}}",
        "{\"Endpoints\":{\"docker\":{\"Host\":null}}}",
        "{\"Endpoints\":{\"docker\":{\"Host\":\" \"}}}"
      })
  void aContextWithoutAnEngineIsSaidAndTheSearchGoesOn(String meta) throws IOException {
    writeContext("desktop", "unix:///desktop.sock");
    Path folder = home.resolve(".docker/contexts/meta").resolve(FOLDERS.get("desktop"));
    Files.writeString(folder.resolve("meta.json"), meta);

    assertThat(addresses(Map.of("DOCKER_CONTEXT", "desktop"))).hasSize(5);
    assertThat(remarks(Map.of("DOCKER_CONTEXT", "desktop")))
        .contains(new EngineAttempt("desktop", Source.CONTEXT, Failure.NOT_SET, ""));
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
  void tlsIsSpokenWhenOneOfItsVariablesIsSet() {
    Path files = Path.of("/certs");
    assertThat(tls(Map.of("DOCKER_CERT_PATH", "/certs"))).isEmpty();
    assertThat(tls(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs")))
        .contains(new Tls(Optional.of(files), true));
    assertThat(tls(Map.of("DOCKER_TLS", "1", "DOCKER_CERT_PATH", "/certs")))
        .contains(new Tls(Optional.of(files), false));
    assertThat(tls(Map.of("DOCKER_TLS", "1", "DOCKER_TLS_VERIFY", "1")))
        .contains(new Tls(Optional.of(home.resolve(".docker")), true));
  }

  private Optional<Tls> tls(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("DOCKER_HOST", "tcp://host:2376");
    return connector(all).proposals(Optional.empty()).getFirst().endpoints().getFirst().tls();
  }

  @Test
  void aContextMayLeaveTheCertificateUnverified() throws IOException {
    writeConfig("{\"currentContext\":\"desktop\"}");
    writeContext("desktop", "tcp://host:2376\",\"SkipTLSVerify\":true,\"x\":\"");

    assertThat(connector(Map.of()).proposals(Optional.empty()).getFirst().endpoints())
        .singleElement()
        .satisfies(
            endpoint -> assertThat(endpoint.tls()).contains(new Tls(Optional.empty(), false)));
  }
}
