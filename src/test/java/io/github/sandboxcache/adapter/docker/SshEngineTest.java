package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.docker.EngineProbe.Answer;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine behind ssh, by a real ssh server on loopback and the engine that tests use. */
@EngineTest
class SshEngineTest {
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  @TempDir private Path directory;
  private SshServer server;
  private String socket;

  @BeforeEach
  void serve(ContainerEngine engine) throws IOException {
    socket = engine.description().endpoint().replaceFirst("^unix://", "");
    server = SshServer.start(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer probe(String address) {
    return new EngineProbe(
            Duration.ofSeconds(60), RegistryLogins.in(Path.of("absent")), server.program())
        .probe(Endpoint.named(address, Source.CHOSEN, ""));
  }

  private DockerEngine connect() {
    Answer answer = probe(server.address(socket));
    assertThat(answer).isInstanceOf(Answer.Connected.class);
    return ((Answer.Connected) answer).engine();
  }

  private EngineAttempt fail() {
    return fail(server.address(socket));
  }

  private EngineAttempt fail(String address) {
    Answer answer = probe(address);
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    assertThat(server.clients()).isEmpty();
    return ((Answer.Failed) answer).attempt();
  }

  private static List<Path> relays() throws IOException {
    try (Stream<Path> files = Files.list(TEMPORARY)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("sandbox-cache-ssh"))
          .toList();
    }
  }

  @Test
  void theSameEngineAnswersWithTheSameImages(ContainerEngine engine, TestImages images)
      throws IOException {
    CacheReference reference = images.load();
    List<Path> before = relays();

    try (DockerEngine remote = connect()) {
      assertThat(remote.description().endpoint()).isEqualTo(server.address(socket));
      assertThat(remote.description().version()).isEqualTo(engine.description().version());
      assertThat(remote.image(reference.toString())).isEqualTo(engine.image(reference.toString()));
      assertThat(server.clients()).isNotEmpty();
      assertThat(relays())
          .filteredOn(file -> !before.contains(file))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]"));
    }

    assertThat(server.clients()).isEmpty();
    assertThat(relays()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void imagesAreRemovedAndEventsTellOfIt(TestImages images) throws InterruptedException {
    CacheReference reference = images.load();
    BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();

    try (DockerEngine remote = connect();
        var _ =
            remote.subscribe(
                new EngineEventListener() {
                  @Override
                  public void onEvent(EngineEvent event) {
                    events.add(event);
                  }

                  @Override
                  public void onBreak(EngineException why) {}
                })) {
      assertThat(remote.removeReference(reference.toString())).isTrue();

      assertThat(remote.image(reference.toString())).isEmpty();
      assertThat(events.poll(1, TimeUnit.MINUTES)).isNotNull();
    }
  }

  @Test
  void aKeyThatNobodyKnowsThereIsNotLetIn() throws IOException {
    server.useKey(Optional.of("stranger"));

    assertThat(fail())
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_ALLOWED);
              assertThat(attempt.detail()).contains("Permission denied (publickey)");
            });
  }

  @Test
  void anAgentWithoutTheKeyIsNotLetInAndOneWithItIs() throws IOException {
    try (SshAgent agent = SshAgent.start(directory)) {
      server.useAgent(agent.socket());
      assertThat(fail().detail()).contains("Permission denied (publickey)");

      agent.add(directory.resolve("user"));
      connect().close();
    }
  }

  @Test
  void aHostThatWasNeverMetIsNotTrusted() throws IOException {
    server.forgetHost();

    assertThat(fail())
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_ALLOWED);
              assertThat(attempt.detail()).endsWith("Host key verification failed.");
            });
  }

  @Test
  void aHostWithAnotherKeyThanBeforeIsNotTrusted() throws IOException {
    server.mistakeHost();

    assertThat(fail())
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_ALLOWED);
              assertThat(attempt.detail())
                  .startsWith("WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!")
                  .endsWith("Host key verification failed.");
            });
  }

  @Test
  void aHostWithoutDockerSaysSo() throws IOException {
    server.close();
    Files.createDirectories(directory.resolve("other"));
    server = SshServer.start(directory.resolve("other"), "SetEnv PATH=/nonexistent");

    assertThat(fail())
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_USABLE);
              assertThat(attempt.detail()).contains("docker").contains("not found");
            });
  }

  @Test
  void anEngineThatDoesNotRunThereIsSaidToBeNotRunning() {
    assertThat(fail(server.address("/nonexistent/docker.sock")))
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_RUNNING);
              assertThat(attempt.detail()).contains("/nonexistent/docker.sock");
            });
  }

  @Test
  void aHostThatIsNotThereOrTakesNoCallIsToldApart() {
    assertThat(fail("ssh://nobody.invalid"))
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_THERE);
              assertThat(attempt.detail()).contains("Could not resolve hostname nobody.invalid");
            });
    server.close();
    assertThat(fail())
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Failure.NOT_RUNNING);
              assertThat(attempt.detail()).contains("Connection refused");
            });
  }

  @Test
  void withoutSshNothingIsTried() {
    Answer answer =
        new EngineProbe(
                Duration.ofSeconds(60),
                RegistryLogins.in(Path.of("absent")),
                new SshProgram(List.of("/nonexistent/ssh")))
            .probe(Endpoint.named("ssh://host", Source.CHOSEN, ""));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.attempt().detail()).startsWith("ssh cannot be run"));
  }

  @Test
  void whenSshIsKilledTheEventsBreakAndTheNextQuestionIsAnswered(TestImages images)
      throws InterruptedException {
    CacheReference reference = images.load();
    BlockingQueue<EngineException> breaks = new LinkedBlockingQueue<>();

    try (DockerEngine remote = connect();
        var _ =
            remote.subscribe(
                new EngineEventListener() {
                  @Override
                  public void onEvent(EngineEvent event) {}

                  @Override
                  public void onBreak(EngineException why) {
                    breaks.add(why);
                  }
                })) {
      server.clients().forEach(ProcessHandle::destroyForcibly);

      assertThat(breaks.poll(1, TimeUnit.MINUTES)).isNotNull();
      assertThat(remote.image(reference.toString())).isPresent();
    }
  }

  @Test
  void aHostThatIsSwitchedOffIsUnreachable() {
    try (DockerEngine remote = connect()) {
      server.close();

      assertThatThrownBy(remote::images)
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining(server.address(socket));
    }
    assertThat(server.clients()).isEmpty();
  }
}
