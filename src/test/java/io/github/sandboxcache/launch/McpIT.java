package io.github.sandboxcache.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server for agents says nothing but the protocol, and ends when it is told to. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
class McpIT {
  private static final Path SCRIPT =
      Path.of(Objects.requireNonNull(System.getProperty("sandboxcache.folder")))
          .resolve("bin")
          .resolve("sandbox-cache");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> GREETING =
      List.of(
          """
          {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
          "capabilities":{},"clientInfo":{"name":"it","version":"1"}}}\
          """,
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  @TempDir private Path directory;

  private PackagedCommand app() {
    return new PackagedCommand(SCRIPT, directory);
  }

  private static void send(Process server, List<String> lines) throws IOException {
    for (String line : lines) {
      server.getOutputStream().write((line + "\n").getBytes(UTF_8));
    }
    server.getOutputStream().flush();
  }

  private static String call(int id, String tool) {
    return """
    {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"%s","arguments":{}}}\
    """
        .formatted(id, tool);
  }

  @Test
  void standardOutputIsTheProtocolAloneAndItsEndIsTheEndOfItsInput() throws Exception {
    Process server = app().start(Map.of("DOCKER_HOST", "unix:///nowhere"), "mcp", "--engine=tcp:");
    send(server, GREETING);
    send(server, List.of("no message", call(2, "cache_overview"), call(3, "no_such_tool")));
    server.getOutputStream().close();

    assertThat(server.waitFor()).isZero();
    List<String> lines = app().out().lines().toList();
    assertThat(lines)
        .hasSize(4)
        .allSatisfy(
            line -> assertThat(JSON.readTree(line).path("jsonrpc").asText()).isEqualTo("2.0"));
    JsonNode overview = answer(lines, 2).path("result");
    assertThat(overview.path("isError").asBoolean()).isTrue();
    assertThat(overview.path("content").path(0).path("text").asText()).contains("tcp:");
  }

  @Test
  void aSignalEndsIt() throws Exception {
    Process server = app().start(Map.of(), "mcp", "--sample");
    send(server, GREETING);
    send(server, List.of(call(2, "cache_overview")));
    while (server.isAlive() && app().out().lines().count() < 2) {
      Thread.sleep(10);
    }
    // That of the process itself ends its input, too.
    boolean _ = server.toHandle().destroy();
    assertThat(server.waitFor()).isEqualTo(143);
  }

  @Test
  void otherVerbsLoadNothingOfItsLibraries() throws Exception {
    PackagedCommand.Run run =
        app()
            .run(
                Map.of("SANDBOX_CACHE_JAVA_OPTIONS", "-Xlog:class+load:stderr"),
                "ls",
                "--sample",
                "--json");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("io.github.sandboxcache.cli.ListCommand")
        .doesNotContain("io.modelcontextprotocol", "reactor.", "com.networknt", "cli.mcp.");
  }

  private static JsonNode answer(List<String> lines, int id) throws IOException {
    for (String line : lines) {
      JsonNode message = JSON.readTree(line);
      if (message.path("id").asInt() == id) {
        return message;
      }
    }
    throw new AssertionError("no answer to " + id + " in " + lines);
  }
}
