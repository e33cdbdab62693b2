package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleHistory;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.FileExport;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.HistoryExport.Outcome;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole history leaves the window, and what came of that is said. */
class HistoryExportTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:04Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final SqliteLedger ledger = Ledgers.empty();
  private String proposed = "";

  @TempDir private Path folder;

  HistoryExportTest() {
    SampleHistory.write(ledger, "unix:///x", NOW);
  }

  private HistoryExport export(Optional<Path> answer, OperationJournal journal) {
    EngineModel engine =
        new EngineModel(
            new EngineOpener(
                _ -> {
                  throw new AssertionError("no engine is looked for");
                },
                () -> {
                  throw new AssertionError("no sample is opened");
                },
                _ -> {
                  throw new AssertionError("no session is opened");
                }),
            TestThreads.direct(),
            clock);
    HistoryModel history =
        new HistoryModel(
            engine,
            journal,
            new TasksModel(clock, TestThreads.direct(), () -> {}),
            TestThreads.direct());
    FileExport files =
        new FileExport(
            (_, name) -> {
              proposed = name;
              return answer;
            },
            TestThreads.direct());
    return new HistoryExport(history, files, UiTexts.load("dialogs"));
  }

  private static OperationJournal unreadable() {
    return (OperationJournal)
        Proxy.newProxyInstance(
            HistoryExportTest.class.getClassLoader(),
            new Class<?>[] {OperationJournal.class},
            (_, _, _) -> {
              throw new UsageLedgerException("usage.db", new IOException("damaged"));
            });
  }

  private static Outcome saved(HistoryExport export) {
    export.save();
    return export.outcomeProperty().get();
  }

  @Test
  void everyOperationAndEveryImageOfItIsWritten() throws IOException {
    Path file = folder.resolve("history.csv");
    List<Operation> all = ledger.operations(Optional.empty(), Integer.MAX_VALUE);

    Outcome outcome = saved(export(Optional.of(file), ledger));

    assertThat(outcome)
        .isEqualTo(new Outcome("Saved " + all.size() + " operations in history.csv.", false));
    assertThat(proposed).isEqualTo("sandbox-cache-history.csv");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst())
        .startsWith("id,kind,origin,engine,pid,startedAt,endedAt,state,announcedBytes,freedBytes")
        .endsWith("name,imageId,packages,bytes,imageState,reason,explanation,registry");
    assertThat(lines)
        .hasSize(
            1 + all.stream().mapToInt(operation -> Math.max(1, operation.images().size())).sum());
    assertThat(
            lines.stream()
                .skip(1)
                .map(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                .distinct())
        .containsExactlyElementsOf(all.stream().map(Operation::id).toList());
    assertThat(lines).anyMatch(line -> line.contains(",prune,") && line.contains(",mlflow"));
  }

  @Test
  void whoThinksBetterOfItSavesNothing() {
    assertThat(saved(export(Optional.empty(), ledger))).isEqualTo(new Outcome("", false));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() {
    Path missing = folder.resolve("missing").resolve("history.csv");

    assertThat(saved(export(Optional.of(missing), ledger)))
        .isEqualTo(
            new Outcome(
                "The history cannot be written to history.csv. Choose another place.", true));
  }

  @Test
  void aHistoryThatCannotBeReadIsSaidBeforeAnybodyIsAsked() {
    assertThat(saved(export(Optional.of(folder.resolve("history.csv")), unreadable())))
        .isEqualTo(new Outcome("The history cannot be read, so nothing was saved.", true));
    assertThat(proposed).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aGermanReadsItInGerman() {
    try (var _ = InLocale.of(Locale.GERMANY)) {
      assertThat(saved(export(Optional.of(folder.resolve("verlauf.csv")), ledger)).said())
          .endsWith(" in verlauf.csv gespeichert.");
    }
  }
}
