package io.github.sandboxcache.trials.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.trials.app.App;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The client and the server in {@code src/trials/node}, with their libraries from the npm registry.
 *
 * @param folder where they are
 * @param app stands between them
 */
record McpPair(Path folder, App app) {
  private static final Path SOURCES = Path.of("src/trials/node");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What both say of a talk.
   *
   * @param client what the client sent and got
   * @param server what the server read and wrote
   * @param home the app with the ledger of this talk
   */
  record Talk(JsonNode client, JsonNode server, App home) {
    String sent(String what) {
      return client.path(what).asText();
    }

    String server(String what) {
      return server.path(what).asText();
    }

    /** What the server told of its package cache, sorted. */
    List<String> facts() {
      return StreamSupport.stream(server.path("facts").spliterator(), false)
          .map(JsonNode::asText)
          .sorted()
          .toList();
    }
  }

  /** Three processes that talk. */
  record Running(ProcessHandle client, ProcessHandle proxy, ProcessHandle server) {}

  /** Puts them beside the app's home. */
  static McpPair install(App app) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(app.home().resolveSibling("node"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    int code =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--loglevel=error")
            .directory(folder.toFile())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("npm cannot install the official SDK");
    }
    return new McpPair(folder, app);
  }

  /**
   * Talks, and ends.
   *
   * @param wrapped whether through the app; then the server logs between its messages, too
   * @param end what the server leaves half written
   */
  Talk talk(String calls, boolean wrapped, String end) throws IOException, InterruptedException {
    Path report = Files.createTempFile(folder, "server", ".json");
    App home = app.at(Files.createTempDirectory(folder.getParent(), "home"));
    Process client =
        client(calls, home, wrapped, end, report)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (client.waitFor() != 0) {
      throw new IllegalStateException("the client fails");
    }
    return new Talk(JSON.readTree(said), JSON.readTree(report.toFile()), home);
  }

  private ProcessBuilder client(String calls, App home, boolean wrapped, String end, Path report) {
    List<String> command = new ArrayList<>(List.of("node", "wrap-client.mjs", calls));
    if (wrapped) {
      command.addAll(home.command("wrap", "--"));
    }
    command.addAll(List.of("node", "wrap-server.mjs"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(home.environment());
    builder
        .environment()
        .putAll(
            Map.of(
                "WRAP_REPORT",
                report.toString(),
                "WRAP_NOISE",
                wrapped ? "1" : "0",
                "WRAP_END",
                end));
    return builder;
  }

  /** Starts a talk that goes on until something ends it. */
  Running start() throws IOException {
    Path report = Files.createTempFile(folder, "server", ".json");
    Process client =
        client("0", app, true, "nothing", report)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = client.inputReader(StandardCharsets.UTF_8);
    JsonNode ids = JSON.readTree(Objects.requireNonNullElse(out.readLine(), ""));
    return new Running(
        client.toHandle(), process(ids.path("started")), process(ids.path("server")));
  }

  private static ProcessHandle process(JsonNode id) {
    return ProcessHandle.of(id.asLong()).orElseThrow();
  }
}
