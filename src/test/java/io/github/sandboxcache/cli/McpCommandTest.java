package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.testing.InLocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards what agents are told by {@code sandbox-cache mcp}. */
class McpCommandTest {
  private static final String SCIPY =
      """
      {"language": "python", "packages": ["scipy==1.14.1", "scikit-learn==1.5.2"]}
      """;

  @Test
  void itSaysWhoItIsAndWhatItCanDo() {
    try (McpConversation agent = new McpConversation(new SampleAccess(), "--sample")) {
      JsonNode hello = agent.greet();
      assertThat(hello.path("serverInfo").path("name").asText()).isEqualTo("sandbox-cache");
      assertThat(hello.path("serverInfo").path("version").asText()).isEqualTo("1.2.3");
      assertThat(hello.path("instructions").asText()).contains("cache_lookup");
      assertThat(agent.tools())
          .allSatisfy(
              tool -> {
                assertThat(tool.path("description").asText()).hasSizeGreaterThan(40);
                assertThat(tool.path("outputSchema").path("type").asText()).isEqualTo("object");
                assertThat(tool.path("annotations").path("readOnlyHint").isBoolean()).isTrue();
              });
      assertThat(agent.end()).isZero();
    }
  }

  @Test
  void theOverviewCountsAsStatsDoes() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      JsonNode overview = agent.structured("cache_overview", "{}");
      JsonNode stats =
          CommandLineRun.of(new SampleAccess(), "stats", "--sample", "--json").document();
      assertThat(overview.path("engine").path("sample").asBoolean()).isTrue();
      for (String field :
          List.of("images", "sizeBytes", "hits", "misses", "hitRate", "languages")) {
        assertThat(overview.path(field)).as(field).isEqualTo(stats.path(field));
      }
    }
  }

  @Test
  void aSetIsFoundInAnyOrderAndNoOther() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      JsonNode hit = agent.structured("cache_lookup", SCIPY);
      assertThat(hit.path("hit").asBoolean()).isTrue();
      assertThat(hit.path("reference").asText()).isEqualTo("mcp-sandbox-python:e12b11c8c7d7");
      assertThat(hit.path("sizeBytes").asLong()).isPositive();
      assertThat(hit.path("lastUsedAt").asText()).isNotEmpty();

      JsonNode part =
          agent.structured(
              "cache_lookup", "{\"language\": \"python\", \"packages\": [\"scipy==1.14.1\"]}");
      assertThat(part.path("hit").asBoolean()).isFalse();
      assertThat(part.path("sizeBytes").isNull()).isTrue();
      assertThat(part.path("supersets").findValuesAsText("reference"))
          .contains("mcp-sandbox-python:e12b11c8c7d7");
    }
  }

  @Test
  void aNameThatTheSandboxRefusesIsToldSoForSuchAnImageIsNeverFound() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      JsonNode refused =
          agent.structured(
              "cache_lookup",
              "{\"language\": \"python\", \"packages\": [\"requests[socks]\", \"six\"]}");
      assertThat(refused.path("refused").toString()).isEqualTo("[\"requests[socks]\"]");
      assertThat(refused.path("warning").asText()).contains("requests[socks]");

      JsonNode accepted = agent.structured("cache_lookup", SCIPY);
      assertThat(accepted.path("refused")).isEmpty();
      assertThat(accepted.path("warning").isNull()).isTrue();
    }
  }

  @Test
  void aPackageIsFoundByItsNameInAnySpelling() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      JsonNode found = agent.structured("cache_contains", "{\"package\": \"SciKit_Learn\"}");
      assertThat(found.path("images").findValuesAsText("reference"))
          .contains("mcp-sandbox-python:e12b11c8c7d7");
      assertThat(
              agent
                  .structured(
                      "cache_contains", "{\"package\": \"scikit-learn\", \"language\": \"go\"}")
                  .path("images"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"language\": \"python\", \"packages\": [\"--index-url=http://x\"]}",
        "{\"language\": \"python\", \"packages\": [\"a; rm -rf /\"]}",
        "{\"language\": \"cobol\", \"packages\": [\"a\"]}",
        "{\"language\": \"python\", \"packages\": []}",
        "{\"language\": \"python\", \"packages\": \"pandas\"}",
        "{\"language\": \"python\"}",
        "{}"
      })
  void whatNoPackageManagerMayGetIsRefused(String arguments) {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      JsonNode result = agent.call("cache_lookup", arguments);
      assertThat(result.path("isError").asBoolean()).isTrue();
      assertThat(McpConversation.words(result)).isNotEmpty();
    }
  }

  @Test
  void theListAndTheInsideOfAnImageCanBeRead() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      assertThat(resource(agent, "cache://images").toString())
          .isEqualTo(
              CommandLineRun.of(new SampleAccess(), "ls", "--sample", "--json")
                  .document()
                  .toString());
      JsonNode inside = resource(agent, "cache://images/mcp-sandbox-python%3Ae12b11c8c7d7");
      assertThat(inside.path("reference").asText()).isEqualTo("mcp-sandbox-python:e12b11c8c7d7");
      JsonNode none =
          agent.answer(agent.request("resources/read", "{\"uri\": \"cache://images/fff\"}"));
      assertThat(none.path("error").path("message").asText()).contains("fff");
    }
  }

  private static JsonNode resource(McpConversation agent, String uri) {
    JsonNode answer =
        agent.answer(agent.request("resources/read", "{\"uri\": \"%s\"}".formatted(uri)));
    JsonNode content = answer.path("result").path("contents").path(0);
    assertThat(content.path("mimeType").asText())
        .as(answer.toString())
        .isEqualTo("application/json");
    return McpConversation.tree(content.path("text").asText());
  }

  @Test
  void withoutAnEngineItSaysWhatTheCommandLineSaysAndTriesAgain() {
    AtomicInteger tries = new AtomicInteger();
    SampleAccess sample = new SampleAccess();
    EngineAccess access =
        EngineAccess.by(
            () ->
                tries.incrementAndGet() == 1
                    ? sample.connect(Optional.empty())
                    : new Outcome.Connected(sample.sampleEngine()));
    try (McpConversation agent = new McpConversation(access)) {
      JsonNode _ = agent.greet();
      JsonNode without = agent.call("cache_overview", "{}");
      assertThat(without.path("isError").asBoolean()).isTrue();
      assertThat(McpConversation.words(without))
          .isEqualTo(CommandLineRun.of(new SampleAccess(), "ls", "--json").err().strip());
      assertThat(agent.structured("cache_overview", "{}").path("images").asInt()).isPositive();
    }
  }

  @Test
  void linesThatAreNoMessagesAreRefusedAndTheNextIsAnswered() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      agent.send("garbage");
      assertThat(agent.next().path("error").path("code").asInt()).isEqualTo(-32700);
      agent.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + "x".repeat(1 << 20) + "\"}");
      assertThat(agent.next().path("error").path("code").asInt()).isEqualTo(-32600);
      agent.send("");
      assertThat(agent.structured("cache_overview", "{}").path("images").asInt()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "[]",
        "{}",
        "null",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"tools/call\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"tools/call\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":[1]}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"resources/read\",\"params\":{\"uri\":\"%\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"no/such\"}"
      })
  void whateverIsSentIsAnsweredAsAnErrorAndTheNextIsAnswered(String line) {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      agent.send(line);
      assertThat(agent.next().has("error")).isTrue();
      assertThat(agent.structured("cache_overview", "{}").path("images").asInt()).isPositive();
    }
  }

  @Test
  void itsSchemasAreSchemas() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess(), "--allow-removal")) {
      assertThat(agent.tools())
          .hasSize(6)
          .allSatisfy(
              tool -> {
                assertThat(McpConversation.schemaErrors(tool.path("inputSchema"))).isEmpty();
                assertThat(McpConversation.schemaErrors(tool.path("outputSchema"))).isEmpty();
              });
    }
  }

  @Test
  void callsBeforeTheGreetingAreRefused() {
    try (McpConversation agent = new McpConversation(new SampleAccess(), "--sample")) {
      assertThat(
              agent
                  .answer(agent.begin("cache_overview", "{}"))
                  .path("error")
                  .path("message")
                  .asText())
          .isEqualTo("not initialized yet");
    }
  }

  @Test
  void whatWasAskedIsAnsweredThoughTheInputEnds() {
    McpConversation agent = McpConversation.onSample(new SampleAccess());
    int id = agent.begin("cache_overview", "{}");
    assertThat(agent.end()).isZero();
    assertThat(agent.answer(id).path("result").path("isError").asBoolean()).isFalse();
  }

  @Test
  void agentsAreSpokenToInEnglish() {
    try (var _ = InLocale.of(Locale.GERMANY);
        McpConversation agent = McpConversation.onSample(new SampleAccess())) {
      assertThat(
              McpConversation.words(
                  agent.call("cache_lookup", "{\"language\": \"python\", \"packages\": [\"-r\"]}")))
          .contains("option");
    }
  }
}
