package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.docker.EngineEnvironment.Platform;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine that tests use is the same by every way on which it may be reached. */
@EngineTest
class EngineMatrixTest {
  private static final int MAX_TRIES = 5;
  private static final String LOOPBACK = "san=ip:127.0.0.1";

  @TempDir private Path home;
  private Path socket;
  private SshServer ssh;
  private TestKeys client;

  /** The ways to one engine. */
  enum Way {
    SOCKET,
    SOCKET_BY_LINK,
    SOCKET_BY_VARIABLE,
    SOCKET_BY_CONTEXT,
    TCP,
    TLS,
    TLS_BY_CONTEXT,
    TLS_NOT_VERIFIED,
    SSH,
    SSH_BY_VARIABLE,
    SSH_BY_CONTEXT
  }

  @BeforeEach
  void prepare(ContainerEngine engine) throws IOException, GeneralSecurityException {
    socket = Path.of(engine.description().endpoint().replaceFirst("^unix://", ""));
    ssh = SshServer.start(Files.createDirectories(home.resolve("ssh")));
    client = TestKeys.make(home, "client");
  }

  @AfterEach
  void close() throws IOException {
    ssh.close();
    boolean _ = Files.deleteIfExists(link());
  }

  @ParameterizedTest
  @EnumSource
  void imagesAreListedLookedIntoAndRemovedOneByOne(
      Way way, ContainerEngine engine, TestImages images)
      throws IOException, GeneralSecurityException {
    CacheReference removed = images.load();
    CacheReference kept = images.load();
    TestKeys server = TestKeys.signed(home, "engine", "-ext", LOOPBACK);
    try (EngineDoor plain = EngineDoor.open(socket, Optional.empty());
        EngineDoor secure = EngineDoor.open(socket, Optional.of(server.serving(client)));
        ContainerEngine reached = reached(connect(way, plain, secure, server))) {
      assertThat(reached.description().product()).isEqualTo(engine.description().product());
      assertThat(reached.description().version()).isEqualTo(engine.description().version());
      assertThat(reached.info().imageStore()).isEqualTo(engine.info().imageStore());
      assertThat(reached.images())
          .extracting(EngineImage::id)
          .containsExactlyInAnyOrderElementsOf(
              engine.images().stream().map(EngineImage::id).toList());

      assertThat(reached.removeReference(removed.toString())).isTrue();
      assertThat(engine.image(removed.toString())).isEmpty();
      assertThat(reached.image(kept.toString())).isEqualTo(engine.image(kept.toString()));
    }
    assertThat(ssh.clients()).isEmpty();
  }

  /** Podman has no id of its own, so only the links to its socket are known to lead to one. */
  @ParameterizedTest
  @EnumSource
  void itIsKnownToBeTheSameEngine(Way way, ContainerEngine engine)
      throws IOException, GeneralSecurityException {
    TestKeys server = TestKeys.signed(home, "engine", "-ext", LOOPBACK);
    try (EngineDoor plain = EngineDoor.open(socket, Optional.empty());
        EngineDoor secure = EngineDoor.open(socket, Optional.of(server.serving(client)));
        ContainerEngine reached = reached(connect(way, plain, secure, server))) {
      boolean docker = engine.description().naming() == ReferenceNaming.DOCKER;
      assertThat(reached.identity().name())
          .isEqualTo(
              docker || way.name().startsWith("SOCKET")
                  ? engine.identity().name()
                  : reached.description().endpoint());
      assertThat(reached.identity().addresses()).contains(reached.description().endpoint());
    }
  }

  private Path link() {
    return home.resolve("link.sock");
  }

  private static ContainerEngine reached(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Connected.class);
    return ((Outcome.Connected) outcome).engine();
  }

  private Outcome connect(Way way, EngineDoor plain, EngineDoor secure, TestKeys server)
      throws IOException, GeneralSecurityException {
    String remote = ssh.address(socket.toString());
    return switch (way) {
      case SOCKET -> connect(Map.of(), Optional.of("unix://" + socket));
      case SOCKET_BY_LINK ->
          connect(Map.of(), Optional.of("unix://" + Files.createSymbolicLink(link(), socket)));
      case SOCKET_BY_VARIABLE -> connect(Map.of("DOCKER_HOST", "unix://" + socket));
      case SOCKET_BY_CONTEXT -> connectByContext("unix://" + socket);
      case TCP -> connect(Map.of("DOCKER_HOST", plain.address()));
      case TLS -> connectByTls(secure.address(), server);
      case TLS_BY_CONTEXT -> {
        Path folder = home.resolve(".docker/contexts/tls").resolve(folder()).resolve("docker");
        writeCertificates(folder, server);
        yield connectByContext(secure.address());
      }
      case TLS_NOT_VERIFIED -> {
        Path certificates = home.resolve("certificates");
        writeCertificates(certificates, client);
        yield connect(
            Map.of(
                "DOCKER_HOST",
                secure.address(),
                "DOCKER_TLS",
                "1",
                "DOCKER_CERT_PATH",
                certificates.toString()));
      }
      case SSH -> connect(Map.of(), Optional.of(remote));
      case SSH_BY_VARIABLE -> connect(Map.of("DOCKER_HOST", remote));
      case SSH_BY_CONTEXT -> connectByContext(remote);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "another authority, san=ip:127.0.0.1, 30, +0, 'PKIX path building failed'",
    "expired, san=ip:127.0.0.1, 1, -3, 'validity check failed'",
    "another host, san=ip:127.0.0.2, 30, +0, '127.0.0.1'"
  })
  void anEngineThatCannotProveWhoItIsIsNotUsed(
      String what, String name, String days, String start, String words)
      throws IOException, GeneralSecurityException {
    TestKeys server =
        TestKeys.signed(home, "engine", "-ext", name, "-validity", days, "-startdate", start + "d");
    TestKeys authority = what.equals("another authority") ? TestKeys.signed(home, "other") : server;
    try (EngineDoor door = EngineDoor.open(socket, Optional.of(server.serving(client)))) {
      assertThat(connectInTime(door.address(), authority))
          .isInstanceOfSatisfying(
              Outcome.NoEngine.class,
              none -> {
                assertThat(none.attempts().getFirst().failure()).isEqualTo(Failure.NOT_USABLE);
                assertThat(none.attempts().getFirst().detail()).contains(words);
              });
    }
  }

  /** On a busy machine a handshake may take longer than the app waits for it. */
  private Outcome connectInTime(String address, TestKeys authority)
      throws IOException, GeneralSecurityException {
    Outcome outcome = connectByTls(address, authority);
    for (int tries = 1; tries < MAX_TRIES && isTooSlow(outcome); tries++) {
      outcome = connectByTls(address, authority);
    }
    return outcome;
  }

  private static boolean isTooSlow(Outcome outcome) {
    return outcome instanceof Outcome.NoEngine none
        && none.attempts().getFirst().failure() == Failure.NOT_RUNNING;
  }

  private Outcome connectByTls(String address, TestKeys authority)
      throws IOException, GeneralSecurityException {
    Path certificates = home.resolve("certificates");
    writeCertificates(certificates, authority);
    return connect(
        Map.of(
            "DOCKER_HOST",
            address,
            "DOCKER_TLS_VERIFY",
            "1",
            "DOCKER_CERT_PATH",
            certificates.toString()));
  }

  private void writeCertificates(Path folder, TestKeys authority)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    authority.writeAuthority(folder.resolve("ca.pem"));
    client.writeCertificate(folder.resolve("cert.pem"));
    client.writeKey(folder.resolve("key.pem"));
  }

  private Outcome connectByContext(String address) throws IOException, GeneralSecurityException {
    Path meta = home.resolve(".docker/contexts/meta").resolve(folder());
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"matrix\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(address));
    return connect(Map.of("DOCKER_CONTEXT", "matrix"));
  }

  /** As the docker command calls the folder of a context. */
  private static String folder() throws GeneralSecurityException {
    byte[] name = "matrix".getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
  }

  private Outcome connect(Map<String, String> variables) {
    return connect(variables, Optional.empty());
  }

  private Outcome connect(Map<String, String> variables, Optional<String> chosen) {
    EngineEnvironment environment =
        new EngineEnvironment(variables, home, Platform.LINUX, Optional.empty());
    EngineProbe probe =
        new EngineProbe(
            Duration.ofSeconds(60), RegistryLogins.in(Path.of("absent")), ssh.program());
    return new DockerEngineConnector(environment, probe).connect(chosen);
  }
}
