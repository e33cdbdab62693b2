package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.NotAFileException;
import io.github.sandboxcache.domain.usage.PackedLogException;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.text.LogFailureText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code usage import}: takes logs of the sandbox server into the ledger. Needs no engine. */
@Command(name = "import", addMethodSubcommands = false)
final class UsageImportCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final String STEP = "import";

  private final Supplier<Session> sessions;
  private final Supplier<LogImport> ledger;
  private final InputStream input;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "log-file")
  private List<String> files = List.of();

  @Spec private CommandSpec spec;

  /**
   * The verb.
   *
   * @param ledger opens the ledger; called only when there is something to read
   * @param input what {@code -} stands for
   */
  UsageImportCommand(Supplier<Session> sessions, Supplier<LogImport> ledger, InputStream input) {
    this.sessions = sessions;
    this.ledger = ledger;
    this.input = input;
  }

  /**
   * The document of {@code usage import}.
   *
   * @param files the logs that could be read to their end, in the order given
   */
  record Document(List<ImportedFile> files) {}

  @Override
  public Integer call() {
    Session session = sessions.get();
    if (session.isSample()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.import-sample"));
    }
    Output output = session.output();
    List<ImportedFile> imported = new ArrayList<>();
    boolean known = readAll(session, imported);
    if (output.isJson()) {
      output.document(new Document(imported));
    } else if (!imported.isEmpty()) {
      output.table(table(imported));
      imported.forEach(file -> skipped(file, output));
    }
    return known && imported.size() == files.size() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Reads all that can be read; says no when the ledger cannot be used. */
  private boolean readAll(Session session, List<ImportedFile> imported) {
    try {
      LogImport logs = ledger.get();
      for (String file : files) {
        read(logs, file, session.output()).ifPresent(imported::add);
      }
      return true;
    } catch (UsageLedgerException e) {
      return session.problems().ledger(e) == ExitCode.DONE;
    }
  }

  private Optional<ImportedFile> read(LogImport logs, String file, Output output) {
    try (ProgressLine progress = output.progress()) {
      if (file.equals(STANDARD_INPUT)) {
        return Optional.of(logs.read(input, file, listener(progress, file, 0)));
      }
      Path path = Path.of(file);
      if (file.isBlank()) {
        throw new NoSuchFileException(file);
      }
      if (Files.isDirectory(path)) {
        throw new NotAFileException(file);
      }
      long size = Files.isRegularFile(path) ? Files.size(path) : 0;
      return Optional.of(logs.read(path, listener(progress, file, size)));
    } catch (IOException | InvalidPathException e) {
      output.problem(Texts.text(key(e), file, LogFailureText.reason(e, file)));
      return Optional.empty();
    }
  }

  /** Some failures come before anything is read. */
  private static String key(Exception e) {
    return switch (e) {
      case NoSuchFileException _,
          AccessDeniedException _,
          NotAFileException _,
          PackedLogException _,
          InvalidPathException _ ->
          "cli.import.unopened";
      default -> "cli.import.unreadable";
    };
  }

  private static void skipped(ImportedFile file, Output output) {
    file.skippedBecause()
        .forEach(
            (reason, lines) ->
                output.lines(
                    List.of(
                        Texts.text(
                            "cli.import.skipped",
                            PlainText.line(file.path()),
                            Texts.text("log.skipped." + reason.name(), lines)))));
  }

  private static LongConsumer listener(ProgressLine progress, String file, long size) {
    return bytes ->
        progress.onProgress(
            size > 0 ? Progress.of(STEP, file, (double) bytes / size) : Progress.of(STEP, file));
  }

  private static Table table(List<ImportedFile> imported) {
    Table table =
        new Table(
            Texts.text("cli.column.lines-right"),
            Texts.text("cli.column.new-facts-right"),
            Texts.text("cli.column.known-facts-right"),
            Texts.text("cli.column.skipped-right"),
            Texts.text("cli.column.log"));
    imported.forEach(
        file ->
            table.add(
                count(file.linesRead()),
                count(file.facts()),
                count(file.duplicates()),
                count(file.skipped()),
                Table.Cell.of(PlainText.line(file.path()))));
    return table;
  }

  private static Table.Cell count(long count) {
    return Table.Cell.of(Texts.text("number", count));
  }
}
