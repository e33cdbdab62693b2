package io.github.sandboxcache.adapter.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards that one window is open, that a second start shows it, and that no start is lost. */
class SingleInstanceTest {
  private static final WindowKind USUAL = WindowKind.of(Optional.empty(), false);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path directory;

  @Test
  void aSecondProcessHasTheFirstShowItself() throws IOException {
    Process first = openInAnotherProcess();
    try (BufferedReader says = first.inputReader()) {
      assertThat(says.readLine()).isEqualTo("open");
      assertThat(claim(USUAL)).isInstanceOf(Claim.ShownElsewhere.class);
      assertThat(says.readLine()).isEqualTo("shown");
      assertThat(claim(USUAL)).isInstanceOf(Claim.ShownElsewhere.class);
      assertThat(says.readLine()).isEqualTo("shown");
    } finally {
      first.destroyForcibly();
    }
  }

  @Test
  void aKilledProcessLeavesNothingThatKeepsTheNextFromOpening()
      throws IOException, InterruptedException {
    Process first = openInAnotherProcess();
    try (BufferedReader says = first.inputReader()) {
      assertThat(says.readLine()).isEqualTo("open");
    }
    int _ = first.destroyForcibly().waitFor();
    assertThat(directory.resolve("window.socket")).exists();

    try (WindowInstance next = take(USUAL)) {
      AtomicInteger shown = new AtomicInteger();
      next.onAsked(shown::incrementAndGet);
      assertThat(claim(USUAL)).isInstanceOf(Claim.ShownElsewhere.class);
      assertThat(shown).hasValue(1);
    }
  }

  @Test
  void whenTheWindowIsClosedTheNextStartOpensOne() {
    take(USUAL).close();

    assertThat(directory.resolve("window.socket")).doesNotExist();
    take(USUAL).close();
  }

  /** Otherwise a window that hangs would keep its user from the cache. */
  @Test
  void aWindowThatDoesNotAnswerDoesNotKeepAnotherFromOpening() throws IOException {
    try (WindowInstance _ = take(USUAL);
        ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path elsewhere = directory.resolve("silent");
      silent.bind(UnixDomainSocketAddress.of(elsewhere));
      Files.writeString(directory.resolve("window.address"), elsewhere.toString());

      assertThat(new SingleInstance(directory, SHORT).claim(USUAL))
          .isInstanceOf(Claim.Unknown.class);
    }
  }

  @Test
  void whereNothingCanBeWrittenAWindowStillOpens() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThat(new SingleInstance(file.resolve("window"), SHORT).claim(USUAL))
        .isInstanceOf(Claim.Unknown.class);
  }

  @Test
  void aPathTooLongForASocketIsNoHindrance() {
    Path deep = directory.resolve("d".repeat(120));
    SingleInstance instances = new SingleInstance(deep);

    try (WindowInstance _ = first(instances.claim(USUAL))) {
      assertThat(instances.claim(USUAL)).isInstanceOf(Claim.ShownElsewhere.class);
    }
  }

  @Test
  void sampleDataAndANamedEngineHaveWindowsOfTheirOwn() {
    try (WindowInstance _ = take(USUAL);
        WindowInstance _ = take(WindowKind.of(Optional.empty(), true));
        WindowInstance _ = take(WindowKind.of(Optional.of("tcp://a:2375"), false));
        WindowInstance _ = take(WindowKind.of(Optional.of("tcp://b:2375"), false))) {
      assertThat(claim(WindowKind.of(Optional.of("tcp://a:2375"), false)))
          .isInstanceOf(Claim.ShownElsewhere.class);
    }
  }

  /** Nothing can be asked but to show: what is sent is never read. */
  @Test
  void whateverIsSentOnlyShowsTheWindow() throws IOException {
    try (WindowInstance window = take(USUAL)) {
      AtomicInteger shown = new AtomicInteger();
      window.onAsked(shown::incrementAndGet);
      try (SocketChannel caller =
          SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("window.socket")))) {
        OutputStream out = Channels.newOutputStream(caller);
        out.write("--engine tcp://elsewhere\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // Hung up on before all was sent, which is as good.
      }
      assertThat(claim(USUAL)).isInstanceOf(Claim.ShownElsewhere.class);
      assertThat(shown).hasValue(2);
    }
  }

  private Process openInAnotherProcess() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            OpenWindowProcess.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Claim claim(WindowKind kind) {
    return new SingleInstance(directory).claim(kind);
  }

  private WindowInstance take(WindowKind kind) {
    return first(claim(kind));
  }

  private static WindowInstance first(Claim claim) {
    if (claim instanceof Claim.First(WindowInstance instance)) {
      return instance;
    }
    throw new AssertionError("not the first: " + claim);
  }
}
