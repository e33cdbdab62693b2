package io.github.sandboxcache.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever client is told, the same words start the server. */
class WrapClientTest {
  private static final List<String> WORDS =
      List.of("sandbox-cache", "wrap", "--", "node", "/opt/sandbox/server.js");

  @Test
  void claudeCodeIsToldByACommand() {
    String command = WrapClient.CLAUDE_CODE.text("sandbox-cache", "/opt/sandbox/server.js");
    assertThat(command).isEqualTo("claude mcp add sandbox -- " + String.join(" ", WORDS));
  }

  @Test
  void othersAreToldByTwoEntriesOfAJsonObject() throws Exception {
    assertThat(words("sandbox-cache")).isEqualTo(WORDS);
  }

  /** Where the name leads nowhere, the path is given, whatever is in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/sandbox-cache/bin/sandbox-cache",
        "/home/a user/it's \"new\"/bin/sandbox-cache",
        "/home/$HOME/`x`\\y/bin/sandbox-cache"
      })
  void aPathIsOneWordForTheShellAndForJson(String path) throws Exception {
    String command = WrapClient.CLAUDE_CODE.text(path, "/opt/sandbox/server.js");

    assertThat(shellWords(command))
        .startsWith("claude", "mcp", "add", "sandbox", "--", path, "wrap", "--", "node");
    assertThat(words(path)).startsWith(path, "wrap", "--", "node");
  }

  @Test
  void aPathOfWindowsKeepsItsBackslashesForTheShellAndForJson() throws Exception {
    String path = "C:\\Users\\A User\\sandbox-cache.exe";

    assertThat(WrapClient.CLAUDE_CODE.text(path, "server.js"))
        .contains(" -- \"C:\\Users\\A User\\sandbox-cache.exe\" wrap -- node");
    assertThat(words(path)).startsWith(path, "wrap");
  }

  /** As a real shell takes the line apart. */
  private static List<String> shellWords(String command) throws Exception {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "for word in " + command + "; do printf '%s\\n' \"$word\"; done")
            .start();
    return shell.inputReader().lines().toList();
  }

  private static List<String> words(String command) throws Exception {
    String entries = WrapClient.JSON.text(command, "/opt/sandbox/server.js");
    JsonNode server = new ObjectMapper().readTree("{" + entries + "}");
    List<String> words = new ArrayList<>(List.of(server.path("command").asText()));
    server.path("args").forEach(word -> words.add(word.asText()));
    return words;
  }
}
