package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.removal.KeepReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@code history} tells people and programs of what was done. */
class HistoryCommandTest {
  private static final ProcessIdentity DEAD = new ProcessIdentity(Long.MAX_VALUE, Optional.empty());
  private static final String SAMPLE = "sample:";

  private final SampleAccess access = new SampleAccess();
  private final OperationJournal journal = access.operations();

  private long begin(OperationKind kind, ProcessIdentity process, String... packages) {
    return journal.begin(
        new OperationPlan(
            kind,
            Origin.COMMAND_LINE,
            SAMPLE,
            process,
            SampleAccess.NOW.minusSeconds(300),
            Optional.empty(),
            OptionalLong.empty()),
        List.of(packages).stream()
            .<PlannedImage>map(
                name ->
                    new PlannedImage.ToMake(
                        new CacheReference(Language.GO, "%012x".formatted(name.hashCode())),
                        List.of(name)))
            .toList());
  }

  @Test
  void whatMovedSaysWhereTo() {
    long push =
        journal.begin(
            new OperationPlan(
                OperationKind.PUSH,
                Origin.WINDOW,
                SAMPLE,
                ProcessIdentity.current(),
                SampleAccess.NOW.minusSeconds(1),
                Optional.empty(),
                OptionalLong.empty(),
                RegistryAddress.parse("registry.example.com/team")),
            List.of(
                new PlannedImage.ToMove(
                    new CacheReference(Language.GO, "0123456789ab"), Optional.of(List.of("cobra"))),
                new PlannedImage.ToMove(
                    new CacheReference(Language.GO, "0123456789ac"), Optional.empty())));
    journal.moved(push, 0, 4_200);
    assertThat(journal.settle(push, 0, new ImageState.Done(), List.of())).isTrue();
    assertThat(
            journal.settle(
                push,
                1,
                new ImageState.Kept(new KeepReason.NotMoved(KeepReason.NotMoved.Why.SESSION_FILES)),
                List.of()))
        .isTrue();
    journal.end(push, Ending.at(SampleAccess.NOW));

    assertThat(history().out())
        .contains("Pushed 1 of 2 images to registry.example.com/team")
        .contains("1 not moved");
    JsonNode told = history("--json").document().get(0);
    assertThat(told.get("kind").textValue()).isEqualTo("push");
    assertThat(told.get("registry").textValue()).isEqualTo("registry.example.com/team");
    assertThat(told.get("images").get(0).get("bytes").longValue()).isEqualTo(4_200);
    assertThat(told.get("images").get(1).get("reason").textValue()).isEqualTo("not-moved");
    assertThat(told.get("images").get(1).get("explanation").textValue())
        .isEqualTo("files of a session are in it");
  }

  private void end(long operation) {
    journal.end(
        operation,
        new Ending(
            SampleAccess.NOW, false, OptionalLong.of(4), OptionalLong.of(4), Optional.empty()));
  }

  private CommandLineRun history(String... options) {
    List<String> all = new ArrayList<>(List.of("history"));
    all.addAll(List.of(options));
    return CommandLineRun.of(access, all.toArray(String[]::new));
  }

  private JsonNode document() throws IOException {
    CommandLineRun run = history("--json");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void peopleReadWhatWasDoneNewestFirst() {
    long install = begin(OperationKind.INSTALL, ProcessIdentity.current(), "x");
    journal.settle(install, 0, new ImageState.Done(), List.of());
    end(install);
    long prune = begin(OperationKind.PRUNE, ProcessIdentity.current(), "x", "y", "z");
    journal.settle(prune, 0, new ImageState.Done(), List.of());
    journal.settle(prune, 1, new ImageState.Kept(new KeepReason.Pinned()), List.of());
    journal.settle(prune, 2, new ImageState.Failed(Optional.of("busy")), List.of());
    end(prune);
    assertThat(history().out())
        .containsSubsequence(
            "WHEN",
            "5 min ago",
            "Pruned 1 of 3 images",
            "command line",
            "4 B",
            "1 kept, 1 failed",
            "Installed x",
            "as announced");
    assertThat(history("--limit", "1").out()).doesNotContain("Installed x");
  }

  @Test
  void programsReadEveryImageWithItsStateAndReason() throws IOException {
    long prune = begin(OperationKind.PRUNE, ProcessIdentity.current(), "x", "y", "z");
    journal.settle(prune, 0, new ImageState.Done(), List.of());
    journal.settle(prune, 1, new ImageState.Kept(new KeepReason.Pinned()), List.of());
    journal.asking(prune, 2);
    JsonNode operation = document().get(0);
    assertThat(operation.get("kind").asText()).isEqualTo("prune");
    assertThat(operation.get("origin").asText()).isEqualTo("command-line");
    assertThat(operation.get("state").asText()).isEqualTo("running");
    assertThat(operation.get("endedAt").isNull()).isTrue();
    assertThat(operation.get("images").findValuesAsText("state"))
        .containsExactly("done", "kept", "asked");
    assertThat(operation.get("images").get(1).get("reason").asText()).isEqualTo("pinned");
    assertThat(operation.get("images").get(1).get("explanation").asText()).isEqualTo("pinned");
  }

  @Test
  void whatADeadProcessLeftIsToldAsInterruptedAlsoWhileNoEngineAnswers() throws IOException {
    long prune = begin(OperationKind.PRUNE, DEAD, "x", "y");
    journal.asking(prune, 0);
    JsonNode operation = document().get(0);
    assertThat(operation.get("state").asText()).isEqualTo("interrupted");
    assertThat(operation.get("images").findValuesAsText("state"))
        .containsExactly("unknown", "not-done");
  }

  @Test
  void whatIsFoundToHaveBeenInterruptedIsSaidOnce() {
    long prune = begin(OperationKind.PRUNE, DEAD, "x", "y");
    journal.asking(prune, 0);
    String[] engine = {"--engine", SampleAccess.URI};
    assertThat(history(engine).err())
        .contains("A prune was interrupted: 1 of 2 images removed, 1 is still there.");
    assertThat(history(engine).err()).isEmpty();
  }

  @Test
  void nothingDoneIsSaid() {
    assertThat(history().out()).isEqualTo("Nothing has been done yet.\n");
    assertThat(history("--limit", "-1").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }
}
