package io.github.sandboxcache.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A wrapped server lives and ends as it would without the app around it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the server is a shell script")
class WrapIT {
  private static final Path SCRIPT =
      Path.of(Objects.requireNonNull(System.getProperty("sandboxcache.folder")))
          .resolve("bin")
          .resolve("sandbox-cache");
  private static final String MESSAGE = "{\"jsonrpc\":\"2.0\",\"method\":\"ready\"}";
  @TempDir private Path directory;

  private PackagedCommand app() {
    return new PackagedCommand(SCRIPT, directory);
  }

  private static String miss() {
    return """
    {"level":30,"time":%d,"pid":7,"hostname":"h","component":"PackageCache",\
    "language":"python","packages":["requests"],\
    "imageName":"mcp-sandbox-python:483197298936",\
    "msg":"Package cache miss - installing packages"}\
    """
        .formatted(System.currentTimeMillis());
  }

  private Process wrapped(String script, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("wrap"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--", "sh", "-c", script));
    return app().start(Map.of(), arguments.toArray(String[]::new));
  }

  @Test
  void itsMessagesPassItsLogLinesDoNotAndItsMissIsKnown() throws Exception {
    String miss = miss();
    Path log = directory.resolve("server.log");
    Process server =
        wrapped("echo '%s'; echo '%s'; exit 5".formatted(MESSAGE, miss), "--log", log.toString());

    assertThat(server.waitFor()).isEqualTo(5);

    assertThat(app().out()).isEqualTo(MESSAGE + "\n");
    assertThat(app().err()).isEqualTo(miss + "\n");
    assertThat(Files.readString(log)).isEqualTo(miss + "\n");
    PackagedCommand.Run usage =
        app().run(Map.of("DOCKER_HOST", "unix:///nowhere"), "usage", "--json");
    assertThat(usage.out())
        .contains("\"kind\": \"MISS\"", "mcp-sandbox-python:483197298936", "\"requests\"");
  }

  @Test
  void whatTheClientSendsArrivesAndItsEndIsTheServersEnd() throws Exception {
    Process server = wrapped("cat; echo ended >&2");
    try (OutputStream client = server.getOutputStream()) {
      client.write((MESSAGE + "\n").getBytes(UTF_8));
    }
    assertThat(server.waitFor()).isZero();
    assertThat(app().out()).isEqualTo(MESSAGE + "\n");
    assertThat(app().err()).isEqualTo("ended\n");
  }

  @Test
  void aServerThatIsAskedToEndDecidesWithWhichCode() throws Exception {
    Process server =
        wrapped("trap 'exit 9' TERM; echo '%s'; while :; do sleep 0.1; done".formatted(MESSAGE));
    awaitMessage(server);
    server.destroy();
    assertThat(server.waitFor()).isEqualTo(9);
  }

  @Test
  void aServerThatIsKilledEndsIt() throws Exception {
    Process server = wrapped("echo $$ >&2; echo '%s'; exec sleep 600".formatted(MESSAGE));
    awaitMessage(server);
    int _ = new ProcessBuilder("kill", "-9", app().err().strip()).start().waitFor();
    assertThat(server.waitFor()).isEqualTo(137);
  }

  @Test
  void aServerWhoseProxyIsKilledHearsTheEnd() throws Exception {
    Path ended = directory.resolve("ended");
    Process server = wrapped("echo '%s'; cat >/dev/null; echo yes >%s".formatted(MESSAGE, ended));
    awaitMessage(server);
    server.destroyForcibly();
    while (!Files.exists(ended)) {
      Thread.sleep(10);
    }
    assertThat(server.waitFor()).isEqualTo(137);
  }

  @Test
  void aLedgerThatIsLockedAndAFullDiskDisturbNoServer() throws Exception {
    Path data = Files.createDirectories(directory.resolve("home").resolve("data"));
    try (Connection ledger =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("usage.db"));
        Statement statement = ledger.createStatement()) {
      boolean _ = statement.execute("BEGIN EXCLUSIVE");
      String script = "echo '%s'; echo '%s'; exit 5".formatted(miss(), MESSAGE);
      Process server =
          OS.LINUX.isCurrentOs() ? wrapped(script, "--log", "/dev/full") : wrapped(script);
      assertThat(server.waitFor()).isEqualTo(5);
      assertThat(app().out()).isEqualTo(MESSAGE + "\n");
    }
  }

  @Test
  void anAppThatIsUninstalledGoesOnForTheServersThatRun() throws Exception {
    Path folder = directory.resolve("installed");
    copy(SCRIPT.resolveSibling("..").normalize(), folder);
    PackagedCommand installed =
        new PackagedCommand(folder.resolve("bin").resolve("sandbox-cache"), directory);
    Process server = installed.start(Map.of(), "wrap", "--", "cat");
    try (OutputStream client = server.getOutputStream()) {
      client.write((MESSAGE + "\n").getBytes(UTF_8));
      client.flush();
      awaitMessage(server);
      delete(folder);
      client.write((miss() + "\n" + MESSAGE + "\n").getBytes(UTF_8));
    }
    assertThat(server.waitFor()).isZero();
    assertThat(app().out()).isEqualTo(MESSAGE + "\n" + MESSAGE + "\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aProgramThatIsNotThereIsToldAsShellsDo() throws Exception {
    PackagedCommand.Run run = app().run(Map.of(), "wrap", "no-such-server", "--json");
    assertThat(run.code()).isEqualTo(127);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Cannot start no-such-server");
  }

  private void awaitMessage(Process server) throws Exception {
    while (server.isAlive() && app().out().isEmpty()) {
      Thread.sleep(10);
    }
  }
}
