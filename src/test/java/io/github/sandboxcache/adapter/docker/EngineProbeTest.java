package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.docker.EngineProbe.Answer;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineProbeTest {
  private static Answer probe(String address) {
    return new EngineProbe(
            Duration.ofSeconds(30), RegistryLogins.in(Path.of("absent")), SshProgram.ofSystem())
        .probe(endpoint(address));
  }

  private static Endpoint endpoint(String address) {
    return Endpoint.named(address, Source.CHOSEN, "");
  }

  private static Failure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).attempt().failure();
  }

  @ParameterizedTest
  @CsvSource({
    "1.12, 1.41, 1.41",
    "1.24, 1.51, 1.51",
    "1.44, 1.52, 1.51",
    "1.40, 1.40, 1.40",
    "1.44, 1.44, 1.44"
  })
  void theHighestVersionThatBothSidesKnowIsSpoken(String oldest, String newest, String spoken) {
    try (FakeEngine fake = FakeEngine.speaking(oldest, newest)) {
      Answer answer = probe(fake.uri());
      assertThat(answer).isInstanceOf(Answer.Connected.class);
      try (DockerEngine engine = ((Answer.Connected) answer).engine()) {
        assertThat(engine.description().apiVersion()).isEqualTo(spoken);
        assertThat(engine.images()).isEmpty();
        assertThat(engine.containers()).isEmpty();
      }
      assertThat(fake.requests())
          .anySatisfy(request -> assertThat(request).startsWith("GET /v" + spoken + "/images/"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.12, 1.39, API 1.39 is too old: 1.40 is needed",
    "1.52, 1.60, API 1.52 is too new: this app knows up to 1.51"
  })
  void anEngineWithoutAVersionInCommonSaysWhichSideIsTooOld(
      String oldest, String newest, String words) {
    try (FakeEngine fake = FakeEngine.speaking(oldest, newest)) {
      Answer answer = probe(fake.uri());
      assertThat(failure(answer)).isEqualTo(Failure.NOT_USABLE);
      EngineAttempt attempt = ((Answer.Failed) answer).attempt();
      assertThat(attempt.detail()).isEqualTo(words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>, NOT_USABLE",
    "200, {}, NOT_USABLE",
    "404, no, NOT_USABLE",
    "403, no, NOT_ALLOWED",
    "401, no, NOT_ALLOWED"
  })
  void whatAnswersOtherwiseIsClassified(int status, String body, Failure expected) {
    try (FakeEngine fake = FakeEngine.speaking("1.40", "1.51").answer("/version", status, body)) {
      assertThat(failure(probe(fake.uri()))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://-host", "ftp://host/x", "not an address", ""})
  void anAddressOfAnotherKindIsNotSupported(String address) {
    assertThat(failure(probe(address))).isEqualTo(Failure.NOT_SUPPORTED);
  }

  @Test
  void aSocketFileThatIsMissingIsNotThere(@TempDir Path directory) {
    assertThat(failure(probe(directory + "/none.sock"))).isEqualTo(Failure.NOT_THERE);
    assertThat(failure(probe("unix://" + directory + "/none.sock"))).isEqualTo(Failure.NOT_THERE);
  }

  @Test
  void aSocketThatNobodyListensOnIsNotRunning(@TempDir Path directory) throws IOException {
    Path socket = directory.resolve("left.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(failure(probe(socket.toString()))).isEqualTo(Failure.NOT_RUNNING);
  }

  @Test
  void anEngineThatTakesTheCallAndNeverAnswersIsNotRunning(@TempDir Path directory)
      throws IOException {
    Path socket = directory.resolve("silent.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      EngineProbe impatient =
          new EngineProbe(
              Duration.ofMillis(200), RegistryLogins.in(Path.of("absent")), SshProgram.ofSystem());
      assertThat(failure(impatient.probe(endpoint(socket.toString()))))
          .isEqualTo(Failure.NOT_RUNNING);
    }
  }

  @Test
  void aPortThatNobodyListensOnIsNotRunning() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(failure(probe("tcp://127.0.0.1:" + port))).isEqualTo(Failure.NOT_RUNNING);
    assertThat(failure(probe("http://127.0.0.1:" + port))).isEqualTo(Failure.NOT_RUNNING);
  }
}
