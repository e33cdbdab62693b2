package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A frozen engine is not waited for for ever, on a socket that knows no timeout. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "engines listen on named pipes there")
class SilentEngineTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n";
  private static final String BODY = "{\"Version\":\"\"}";

  @TempDir private Path directory;
  private ServerSocketChannel server;
  private EngineConnection connection;
  private final List<SocketChannel> open = new ArrayList<>();

  @BeforeEach
  void listen() throws IOException {
    Path socket = directory.resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    connection =
        EngineConnection.at(
            URI.create("unix://" + socket), Optional.empty(), Duration.ofMillis(300));
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    server.close();
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  /** Answers every request with that text and then with nothing more. */
  private void answer(String text) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  SocketChannel channel = server.accept();
                  open.add(channel);
                  int _ = channel.read(ByteBuffer.allocate(10_000));
                  int _ = channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                }
              } catch (ClosedChannelException _) {
                // The test is over.
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private void assertGivenUp() {
    assertThatThrownBy(() -> connection.send(EngineRequest.get("/version"), JsonNode.class))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("not a byte in");
    assertThat(Thread.currentThread().isInterrupted())
        .as("whoever asked may go on asking")
        .isFalse();
  }

  @Test
  void oneThatAcceptsAndSaysNothingIsGivenUp() {
    answer("");
    assertGivenUp();
    assertGivenUp();
  }

  @Test
  void oneThatBreaksOffInTheMiddleOfAnAnswerIsGivenUp() {
    answer(HEAD + BODY.substring(0, 5));
    assertGivenUp();
  }

  @Test
  void oneThatAnswersIsHeard() {
    answer(HEAD + BODY);
    assertThat(connection.send(EngineRequest.get("/version"), JsonNode.class).has("Version"))
        .isTrue();
  }

  @Test
  void aStreamThatDoesNotBeginIsGivenUp() {
    answer("");
    assertThatThrownBy(
            () -> EventStream.open(connection.speaking(ApiVersion.NEWEST), new NoListener()))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("not a byte in");
    assertThat(Thread.currentThread().isInterrupted())
        .as("whoever asked may go on asking")
        .isFalse();
  }

  @Test
  void aPatientOneWaitsForAsLongAsItTakesAndNoLongerThanAnybodyWantsIt() throws Exception {
    answer("");
    Cancellation cancellation = new Cancellation();
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread waiting =
        Thread.ofPlatform()
            .daemon()
            .start(
                () ->
                    end.set(
                        catchThrowable(
                            () ->
                                connection.apart(
                                    Patience.ENDLESS,
                                    cancellation,
                                    own ->
                                        own.send(EngineRequest.post("/commit"), JsonNode.class)))));
    assertThat(waiting.join(Duration.ofSeconds(1))).as("it has ended").isFalse();
    cancellation.cancel();
    waiting.join();
    assertThat(end.get()).isInstanceOf(CancellationException.class);
  }

  @Test
  void aCommandIsGivenUpToo() {
    answer("");
    assertThatThrownBy(
            () -> {
              EngineConnection spoken = connection.speaking(ApiVersion.NEWEST);
              var _ = spoken.ask(spoken.commands().infoCmd());
            })
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("to GET /info: not a byte in");
  }

  private static final class NoListener implements EngineEventListener {
    @Override
    public void onEvent(EngineEvent event) {}

    @Override
    public void onBreak(EngineException cause) {}
  }
}
