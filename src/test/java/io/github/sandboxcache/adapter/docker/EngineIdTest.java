package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine is known by its own id where it has one that stays, else by its address. */
class EngineIdTest {
  private static final String INFO = "/v1.51/info";

  private final FakeEngine fake = FakeEngine.speaking("1.24", "1.60");
  private final EngineConnection connection =
      EngineConnection.at(URI.create(fake.uri()), Optional.empty());

  @AfterEach
  void close() {
    connection.close();
    fake.close();
  }

  private DockerEngine engine(String product) {
    EngineVersion version =
        new EngineVersion("28.5.1", "1.60", "1.24", List.of(new EngineVersion.Component(product)));
    return DockerEngine.of(
        Endpoint.named(fake.uri(), Source.CHOSEN, ""),
        connection,
        version,
        new ApiVersion(1, 51),
        RegistryLogins.in(Path.of("absent")));
  }

  @Test
  void dockerIsAskedOnceAndNotBeforeSomebodyWantsToKnow() {
    fake.answer(INFO, 200, "{\"ID\":\"4918f1de\"}");
    DockerEngine engine = engine("Engine");
    assertThat(fake.requests()).isEmpty();

    assertThat(engine.identity()).isEqualTo(EngineIdentity.of("4918f1de", Set.of(fake.uri())));
    assertThat(engine.identity()).isEqualTo(engine.identity());
    assertThat(fake.requests()).containsExactly("GET " + INFO);
  }

  /** Its answer has another id each time. */
  @Test
  void podmanIsNotAsked() {
    fake.answer(INFO, 200, "{\"ID\":\"4918f1de\"}");
    assertThat(engine("Podman Engine").identity()).isEqualTo(EngineIdentity.at(fake.uri()));
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"ID\":\"\"}", "{\"ID\":7}", "{\"ID\":null}", "[]"})
  void anEngineWithoutAnIdIsTheOneAtItsAddress(String answer) {
    fake.answer(INFO, 200, answer);
    assertThat(engine("Engine").identity()).isEqualTo(EngineIdentity.at(fake.uri()));
  }

  /** As a proxy before an engine's socket does that lets only some questions through. */
  @Test
  void anEngineThatMayNotBeAskedIsTheOneAtItsAddressAndIsNotAskedAgain() {
    fake.answer(INFO, 403, "{\"message\":\"not allowed\"}");
    DockerEngine engine = engine("Engine");
    assertThat(engine.identity()).isEqualTo(EngineIdentity.at(fake.uri()));
    assertThat(engine.identity()).isEqualTo(EngineIdentity.at(fake.uri()));
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void anEngineThatDoesNotAnswerNowIsAskedAgain() {
    fake.answer(INFO, 200, "{\"ID\":");
    DockerEngine engine = engine("Engine");
    assertThat(engine.identity()).isEqualTo(EngineIdentity.at(fake.uri()));
    fake.answer(INFO, 200, "{\"ID\":\"4918f1de\"}");
    assertThat(engine.identity().name()).isEqualTo("id:4918f1de");
  }

  @Test
  void linksToOneSocketAreOneAddress(@TempDir Path directory) throws IOException {
    Path socket = Files.createFile(directory.toRealPath().resolve("podman.sock"));
    Path link = Files.createSymbolicLink(directory.resolve("docker.sock"), socket);
    assertThat(EndpointAddress.withoutLinks("unix://" + link)).isEqualTo("unix://" + socket);
    assertThat(EndpointAddress.withoutLinks("unix:///absent")).isEqualTo("unix:///absent");
    assertThat(EndpointAddress.withoutLinks("ssh://me@there")).isEqualTo("ssh://me@there");
  }
}
