package io.github.sandboxcache.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whichever client is told, the same words start the server. */
class WrapClientTest {
  private static final List<String> WORDS =
      List.of("sandbox-cache", "wrap", "--", "node", "/opt/sandbox/server.js");

  @Test
  void claudeCodeIsToldByACommand() {
    String command = WrapClient.CLAUDE_CODE.text("/opt/sandbox/server.js");
    assertThat(command).isEqualTo("claude mcp add sandbox -- " + String.join(" ", WORDS));
  }

  @Test
  void othersAreToldByTwoEntriesOfAJsonObject() throws Exception {
    String entries = WrapClient.JSON.text("/opt/sandbox/server.js");
    JsonNode server = new ObjectMapper().readTree("{" + entries + "}");
    List<String> words = new ArrayList<>(List.of(server.path("command").asText()));
    server.path("args").forEach(word -> words.add(word.asText()));
    assertThat(words).isEqualTo(WORDS);
  }
}
