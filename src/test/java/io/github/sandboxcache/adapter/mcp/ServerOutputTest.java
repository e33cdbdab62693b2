package io.github.sandboxcache.adapter.mcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-RPC stays on the channel byte for byte; everything else is taken off it. */
class ServerOutputTest {
  private static final String MESSAGE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n";
  private static final String PINO =
      "{\"level\":30,\"time\":1767225600000,\"component\":\"PackageCache\",\"msg\":\"hello\"}\n";

  private final ByteArrayOutputStream channel = new ByteArrayOutputStream();
  private final List<String> aside = new ArrayList<>();

  private void pass(String written) throws IOException {
    pass(new ByteArrayInputStream(written.getBytes(UTF_8)));
  }

  private void pass(InputStream written) throws IOException {
    boolean open =
        new ServerOutput(
                new PrintStream(channel, false, UTF_8),
                line -> aside.add(new String(line, ISO_8859_1)))
            .pass(written);
    assertThat(open).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"result\":{\"jsonrpc\":1,\"level\":30},\"jsonrpc\":\"2.0\",\"id\":7}",
        "  {\"_meta\":0,\"json\\u0072pc\":\"2.\\u0030\"}\r",
        "[{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":[]},{\"id\":2,\"jsonrpc\":\"2.0\"}]",
      })
  void aMessageStays(String message) throws IOException {
    pass(message + "\n");
    assertThat(channel.toString(UTF_8)).isEqualTo(message + "\n");
    assertThat(aside).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"level\":30,\"msg\":\"{\\\"jsonrpc\\\":\\\"2.0\\\"}\"}",
        "{\"jsonrpc\":\"1.0\",\"id\":1}",
        "{\"jsonrpc\":2.0,\"id\":1}",
        "{\"jsonrpc\":{\"jsonrpc\":\"2.0\"}}",
        "{\"params\":{\"jsonrpc\":\"2.0\"}}",
        "[[{\"jsonrpc\":\"2.0\"}]]",
        "[]",
        "\"jsonrpc\"",
        "{\"id\":1,\"result\":",
        "server listening on stdio",
        "",
      })
  void anythingElseIsTakenOff(String line) throws IOException {
    pass(MESSAGE + line + "\n" + MESSAGE);
    assertThat(channel.toString(UTF_8)).isEqualTo(MESSAGE + MESSAGE);
    assertThat(aside).containsExactly(line + "\n");
  }

  @Test
  void itDoesNotMatterInWhichPiecesTheyArrive() throws IOException {
    Random random = new Random(20);
    StringBuilder written = new StringBuilder();
    StringBuilder messages = new StringBuilder();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String message =
          "{\"result\":\"" + "ü".repeat(random.nextInt(300)) + "\",\"jsonrpc\":\"2.0\"}\n";
      written.append(message).append(PINO);
      messages.append(message);
      others.add(PINO);
    }

    pass(inPieces(written.toString().getBytes(UTF_8), random));

    assertThat(channel.toString(UTF_8)).isEqualTo(messages.toString());
    assertThat(aside).isEqualTo(others);
  }

  private static InputStream inPieces(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(40)));
      }
    };
  }

  @Test
  void noiseIsKeptAsItIs() throws IOException {
    byte[] noise = {(byte) 0xff, 0, 27, (byte) 0xc3, '\n'};
    pass(new ByteArrayInputStream(noise));
    assertThat(aside).containsExactly(new String(noise, ISO_8859_1));
  }

  @Test
  void aMessageCutByTheEndIsStillTheClients() throws IOException {
    pass(PINO + "{\"id\":1,\"result\":{\"text\":\"half");
    assertThat(channel.toString(UTF_8)).isEqualTo("{\"id\":1,\"result\":{\"text\":\"half");
    assertThat(aside).containsExactly(PINO);
  }

  @Test
  void aLogLineCutByTheEndIsNot() throws IOException {
    pass(PINO + "{\"level\":30,\"ti");
    assertThat(channel.size()).isZero();
    assertThat(aside).containsExactly(PINO, "{\"level\":30,\"ti");
  }

  @Test
  void whatIsTooLongToBeHeldIsJudgedByItsBeginning() throws IOException {
    String much = "x".repeat(ServerOutput.MAX_HELD_BYTES);
    String message = "{\"id\":1,\"result\":\"" + much + "\",\"jsonrpc\":\"2.0\"}\n";
    String log = "{\"level\":30,\"msg\":\"" + much + "\"}\n";

    pass(message + log + MESSAGE);

    assertThat(channel.toString(UTF_8)).isEqualTo(message + MESSAGE);
    assertThat(String.join("", aside)).isEqualTo(log);
  }

  @Test
  void theRestOfALongMessageIsPassedOnAsItArrives() throws Exception {
    PipedInputStream client = new PipedInputStream(1 << 16);
    PipedInputStream server = new PipedInputStream(1 << 16);
    PrintStream in = new PrintStream(new PipedOutputStream(client), true, UTF_8);
    String begun = "{\"jsonrpc\":\"2.0\",\"result\":\"begun";
    Thread passing;
    try (OutputStream out = new PipedOutputStream(server)) {
      passing = Thread.startVirtualThread(() -> passUnchecked(server, in));
      out.write(begun.getBytes(UTF_8));
      out.flush();
      assertThat(client.readNBytes(begun.length())).asString(UTF_8).isEqualTo(begun);
    }
    passing.join();
  }

  private static void passUnchecked(InputStream server, PrintStream client) {
    try {
      boolean _ = new ServerOutput(client, _ -> {}).pass(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aClientThatReadsNoMoreIsTold() throws IOException {
    PrintStream gone =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            false,
            UTF_8);
    InputStream written = new ByteArrayInputStream(MESSAGE.getBytes(UTF_8));
    assertThat(new ServerOutput(gone, _ -> {}).pass(written)).isFalse();
  }
}
