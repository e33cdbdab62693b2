package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.adapter.docker.EngineEnvironment.Platform;
import io.github.sandboxcache.testing.EngineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which engine is meant, and how it is spoken to, is asked of the docker command itself. */
@EngineTest
class DockerCommandRulesTest {
  private static final List<String> FILES = List.of("ca.pem", "cert.pem", "key.pem");

  @TempDir private Path home;

  /** Whether each of what may name an engine, or ask for TLS, is set. */
  record Setup(
      boolean host,
      Optional<String> context,
      boolean currentContext,
      boolean verify,
      boolean tls,
      boolean certificates) {}

  static Stream<Setup> setups() {
    List<Boolean> either = List.of(false, true);
    return either.stream()
        .flatMap(
            host ->
                Stream.of(Optional.<String>empty(), Optional.of("default"), Optional.of("secure"))
                    .flatMap(
                        context ->
                            either.stream()
                                .flatMap(current -> setups(host, context, current, either))));
  }

  private static Stream<Setup> setups(
      boolean host, Optional<String> context, boolean current, List<Boolean> either) {
    return either.stream()
        .flatMap(
            verify ->
                either.stream()
                    .flatMap(
                        tls ->
                            either.stream()
                                .map(
                                    certificates ->
                                        new Setup(
                                            host, context, current, verify, tls, certificates))));
  }

  @BeforeEach
  void writeSettings() throws IOException, InterruptedException {
    for (String folder : List.of("certificates", "settings")) {
      Files.createDirectories(home.resolve(folder));
      for (String file : FILES) {
        Files.createFile(home.resolve(folder).resolve(file));
      }
    }
    docker(
        Map.of(),
        "context",
        "create",
        "secure",
        "--docker",
        "host=tcp://context:1,skip-tls-verify=true");
    Path contexts = home.resolve("settings/contexts");
    try (Stream<Path> only = Files.list(contexts.resolve("meta"))) {
      Path name = only.findFirst().orElseThrow().getFileName();
      Path files = Files.createDirectories(contexts.resolve("tls").resolve(name).resolve("docker"));
      Files.createFile(files.resolve("ca.pem"));
    }
    docker(Map.of(), "context", "create", "plain", "--docker", "host=tcp://context:2");
  }

  @ParameterizedTest
  @MethodSource("setups")
  void everyCombinationMeansWhatItMeansToTheDockerCommand(Setup setup)
      throws IOException, InterruptedException {
    Map<String, String> variables = new HashMap<>();
    variables.put("DOCKER_CONFIG", home.resolve("settings").toString());
    if (setup.host()) {
      variables.put("DOCKER_HOST", "tcp://host:1");
    }
    setup.context().ifPresent(name -> variables.put("DOCKER_CONTEXT", name));
    if (setup.verify()) {
      variables.put("DOCKER_TLS_VERIFY", "1");
    }
    if (setup.tls()) {
      variables.put("DOCKER_TLS", "1");
    }
    if (setup.certificates()) {
      variables.put("DOCKER_CERT_PATH", home.resolve("certificates").toString());
    }
    Files.writeString(
        home.resolve("settings/config.json"),
        setup.currentContext() ? "{\"currentContext\":\"plain\"}" : "{}");
    JsonNode told = docker(variables, "context", "inspect").path(0);

    Endpoint ours =
        new DockerEngineConnector(
                new EngineEnvironment(variables, home, Platform.LINUX, Optional.empty()))
            .proposals(Optional.empty()).stream()
                .flatMap(proposal -> proposal.endpoints().stream())
                .findFirst()
                .orElseThrow();

    JsonNode engine = told.path("Endpoints").path("docker");
    assertThat(ours.address()).isEqualTo(engine.path("Host").asText());
    assertThat(ours.tls().map(Tls::verified).orElse(true))
        .isEqualTo(!engine.path("SkipTLSVerify").asBoolean());
    assertThat(ours.tls().flatMap(Tls::files).map(DockerCommandRulesTest::files).orElse(List.of()))
        .isEqualTo(
            StreamSupport.stream(told.path("TLSMaterial").path("docker").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList());
  }

  private static List<String> files(Path folder) {
    return FILES.stream().filter(file -> Files.exists(folder.resolve(file))).toList();
  }

  private JsonNode docker(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
    command.environment().keySet().removeIf(name -> name.startsWith("DOCKER_"));
    command.environment().put("DOCKER_CONFIG", home.resolve("settings").toString());
    command.environment().putAll(variables);
    Path out = home.resolve("out");
    Process process =
        command.redirectOutput(out.toFile()).redirectError(home.resolve("err").toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(home.resolve("err"))).isZero();
    String said = Files.readString(out);
    return new ObjectMapper().readTree(said.startsWith("[") ? said : "[]");
  }
}
