package io.github.sandboxcache.adapter.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.usage.ServerProxy.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Between client and server nothing changes but where the server's log lines go. */
class WrappedServerTest {
  private static final String LOG_LINE = TalkingServer.HIT + System.lineSeparator();

  private final Queue<String> ledger = new ConcurrentLinkedQueue<>();
  private final Queue<String> servers = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private int run(String sent, Consumer<List<byte[]>> place, OutputStream logFile)
      throws IOException {
    return new WrappedServer(
            name -> {
              servers.add(name);
              return place;
            })
        .run(
            TalkingServer.command("--token", "a b"),
            new Streams(
                new ByteArrayInputStream(sent.getBytes(UTF_8)),
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, true, UTF_8)),
            logFile);
  }

  private void toLedger(List<byte[]> lines) {
    lines.forEach(line -> ledger.add(new String(line, UTF_8)));
  }

  private static String answers(String... sent) {
    StringBuilder answers = new StringBuilder();
    for (String line : sent) {
      answers.append("{\"result\":").append(line).append(",\"jsonrpc\":\"2.0\"}");
      answers.append(System.lineSeparator());
    }
    return answers.toString();
  }

  @Test
  void messagesPassAndLogLinesGoToLedgerLogAndErrors() throws IOException {
    assertThat(run("1\n\"ü\"\n", this::toLedger, log)).isZero();

    assertThat(out.toString(UTF_8))
        .isEqualTo(answers("1", "\"ü\"") + "{\"jsonrpc\":\"2.0\",\"method\":\"bye\"}");
    assertThat(ledger).containsExactly(LOG_LINE, LOG_LINE);
    assertThat(log.toString(UTF_8)).isEqualTo(LOG_LINE + LOG_LINE);
    // What the server itself says there comes through, too.
    assertThat(err.toString(UTF_8).lines())
        .containsExactlyInAnyOrder("--token|a b", TalkingServer.HIT, TalkingServer.HIT);
  }

  @Test
  void theServersExitCodeIsTheProcesss() throws IOException {
    assertThat(run("exit 42\n", this::toLedger, log)).isEqualTo(42);
  }

  @Test
  void theLedgerLearnsNoArguments() throws IOException {
    int _ = run("", this::toLedger, log);
    assertThat(servers).singleElement().asString().startsWith("wrap java").doesNotContain("a b");
  }

  @Test
  void aLedgerAndALogThatFailDisturbNothing() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    int code =
        run(
            "1\n2\nexit 3\n",
            _ -> {
              throw new IllegalStateException("database is locked");
            },
            full);
    assertThat(code).isEqualTo(3);
    assertThat(out.toString(UTF_8)).isEqualTo(answers("1", "2"));
  }

  @Test
  void aProgramThatIsNotThereIsTold() {
    assertThatThrownBy(
            () ->
                new WrappedServer(_ -> this::toLedger)
                    .run(
                        List.of("no-such-server"),
                        new Streams(
                            new ByteArrayInputStream(new byte[0]),
                            new PrintStream(out, false, UTF_8),
                            new PrintStream(err, true, UTF_8)),
                        log))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-server");
  }
}
