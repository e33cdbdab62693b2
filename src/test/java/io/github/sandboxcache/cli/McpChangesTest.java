package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.task.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards what agents change through {@code sandbox-cache mcp}, and what they cannot. */
class McpChangesTest {
  private static final String LEFT_PAD =
      "{\"language\": \"javascript\", \"packages\": [\"left-pad\"]}";
  private static final String KEEP_ONE =
      "{\"policy\": {\"rule\": \"keep-newest\", \"value\": 1, \"languages\": [\"python\"]}}";

  @Test
  void anInstallTellsItsProgressAndIsInTheJournal() {
    SampleAccess access =
        new SampleAccess(
            (request, listener, _) -> {
              listener.onProgress(Progress.of("packages", "npm", 0.5));
              return InstallResult.installed(request, Duration.ofMillis(1234));
            });
    try (McpConversation agent = McpConversation.onSample(access)) {
      JsonNode installed = agent.structured("cache_install", LEFT_PAD);
      assertThat(installed.path("success").asBoolean()).isTrue();
      assertThat(installed.path("reference").asText())
          .isEqualTo("mcp-sandbox-javascript:e52df980519c");
      JsonNode note =
          agent.await(message -> message.path("method").asText().equals("notifications/progress"));
      assertThat(note.path("params").path("progressToken").asText()).isEqualTo("cache_install");
      assertThat(note.path("params").path("message").asText()).contains("50");
    }
    assertThat(latest(access).plan().origin()).isEqualTo(Origin.AGENT);
  }

  @Test
  void aFailedInstallIsAnErrorInWords() {
    SampleAccess access =
        new SampleAccess(
            (_, _, _) ->
                InstallResult.failed(
                    Duration.ZERO, List.of(new InstallProblem.UnknownPackage("left-pad"))));
    try (McpConversation agent = McpConversation.onSample(access)) {
      JsonNode result = agent.call("cache_install", LEFT_PAD);
      assertThat(result.path("isError").asBoolean()).isTrue();
      assertThat(McpConversation.words(result))
          .isEqualTo(
              CommandLineRun.of(access, "install", "javascript", "left-pad", "--sample")
                  .err()
                  .strip());
      assertThat(result.path("structuredContent").path("success").asBoolean(true)).isFalse();
    }
  }

  @Test
  void aCancelledInstallEndsWithoutAnAnswerAndOthersAreAnsweredMeanwhile() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    SampleAccess access = new SampleAccess(lasting(begun, cancelled));
    try (McpConversation agent = McpConversation.onSample(access)) {
      int install = agent.begin("cache_install", LEFT_PAD);
      begun.await();
      assertThat(agent.structured("cache_overview", "{}").path("images").asInt()).isPositive();
      agent.cancel(install);
      cancelled.await();
      int next = agent.begin("cache_overview", "{}");
      JsonNode first = agent.await(message -> message.has("id"));
      assertThat(first.path("id").asInt()).isEqualTo(next);
    }
  }

  @Test
  void theEndOfTheInputEndsAnInstallBeforeTheProcess() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    McpConversation agent = McpConversation.onSample(new SampleAccess(lasting(begun, cancelled)));
    int install = agent.begin("cache_install", LEFT_PAD);
    begun.await();
    assertThat(agent.end()).isZero();
    assertThat(cancelled.getCount()).isZero();
    assertThat(agent.answer(install).path("result").path("isError").asBoolean()).isTrue();
  }

  private static Installer lasting(CountDownLatch begun, CountDownLatch cancelled) {
    return (_, _, cancellation) -> {
      CountDownLatch ended = new CountDownLatch(1);
      try (var _ = cancellation.onCancel(ended::countDown)) {
        begun.countDown();
        ended.await();
        cancelled.countDown();
        return InstallResult.failed(Duration.ZERO, List.of(new InstallProblem.Cancelled()));
      } catch (InterruptedException _) {
        throw new CancellationException("interrupted");
      }
    };
  }

  @Test
  void withoutPermissionThereIsNoToolThatRemoves() {
    SampleAccess access = new SampleAccess();
    try (McpConversation agent = McpConversation.onSample(access)) {
      assertThat(agent.tools().findValuesAsText("name"))
          .contains("cache_prune_preview")
          .doesNotContain("cache_prune");
      int images = agent.structured("cache_overview", "{}").path("images").asInt();
      JsonNode refused = agent.answer(agent.begin("cache_prune", KEEP_ONE));
      assertThat(refused.path("error").path("message").asText()).isNotEmpty();
      assertThat(agent.structured("cache_overview", "{}").path("images").asInt()).isEqualTo(images);
    }
  }

  @Test
  void aPruneRemovesWhatItsPreviewSaid() {
    SampleAccess access = new SampleAccess();
    try (McpConversation agent = McpConversation.onSample(access, "--allow-removal")) {
      JsonNode preview = agent.structured("cache_prune_preview", KEEP_ONE);
      assertThat(preview.path("dryRun").asBoolean()).isTrue();
      List<String> announced = preview.path("removed").findValuesAsText("reference");
      assertThat(announced).isNotEmpty().allMatch(name -> name.startsWith("mcp-sandbox-python:"));
      JsonNode pruned = agent.structured("cache_prune", KEEP_ONE);
      assertThat(pruned.path("removed").findValuesAsText("reference"))
          .containsExactlyInAnyOrderElementsOf(announced);
      assertThat(agent.structured("cache_prune_preview", KEEP_ONE).path("removed")).isEmpty();
    }
    assertThat(latest(access).plan().origin()).isEqualTo(Origin.AGENT);
  }

  @Test
  void anExceptionThatNamesNothingKeepsAll() {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess(), "--allow-removal")) {
      JsonNode result =
          agent.call(
              "cache_prune",
              """
              {"policy": {"rule": "keep-newest", "value": 0, "except": ["no-such-image"]}}
              """);
      assertThat(result.path("isError").asBoolean()).isTrue();
      assertThat(McpConversation.words(result)).contains("no-such-image", "nothing was removed");
      assertThat(result.path("structuredContent").path("removed")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"policy\": {}}",
        "{\"policy\": {\"rule\": \"all\", \"value\": 0}}",
        "{\"policy\": {\"rule\": \"keep-newest\"}}",
        "{\"policy\": {\"rule\": \"keep-newest\", \"value\": -1}}",
        "{\"policy\": {\"rule\": \"keep-newest\", \"value\": 18446744073709551616}}",
        "{\"policy\": {\"rule\": \"keep-newest\", \"value\": 0.5}}",
        "{\"policy\": {\"rule\": \"keep-newest\", \"value\": 1.0}}",
        "{\"policy\": {\"rule\": \"unused-for-days\", \"value\": 0}}",
        "{\"policy\": {\"rule\": \"keep-newest\", \"value\": 0, \"languages\": [\"\"]}}",
        "{\"policy\": {\"rule\": \"keep-newest\", \"value\": 0, \"unknown\": 1}}"
      })
  void aPolicyThatCouldBeMisreadRemovesNothing(String arguments) {
    try (McpConversation agent = McpConversation.onSample(new SampleAccess(), "--allow-removal")) {
      int images = agent.structured("cache_overview", "{}").path("images").asInt();
      assertThat(agent.call("cache_prune", arguments).path("isError").asBoolean()).isTrue();
      assertThat(agent.structured("cache_overview", "{}").path("images").asInt()).isEqualTo(images);
    }
  }

  private static Operation latest(SampleAccess access) {
    return access.operations().operations(Optional.empty(), 1).getFirst();
  }
}
