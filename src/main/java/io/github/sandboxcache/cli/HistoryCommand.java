package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.text.HistoryText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code history}: what was done to the cache, newest first. Needs no engine. */
@Command(name = "history", addMethodSubcommands = false)
final class HistoryCommand implements Callable<Integer> {
  /** More than a few screens full are for programs. */
  private static final int DEFAULT_LIMIT = 50;

  private final Supplier<Session> sessions;
  private final Clock clock;

  @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "history-limit")
  private Optional<String> limit = Optional.empty();

  @Spec private CommandSpec spec;

  HistoryCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Integer> given = limit.map(this::limit);
    Session session = sessions.get();
    return session.withJournal(journal -> list(journal, given, session.output()));
  }

  private int list(OperationJournal journal, Optional<Integer> given, Output output) {
    if (output.isJson()) {
      int most = given.orElse(Integer.MAX_VALUE);
      output.document(
          journal.operations(Optional.empty(), most).stream().map(HistoryDocument::of).toList());
      return ExitCode.DONE;
    }
    int most = given.orElse(DEFAULT_LIMIT);
    List<Operation> operations = journal.operations(Optional.empty(), most);
    if (operations.isEmpty()) {
      output.line(Texts.text("cli.history.nothing"), Style.PLAIN);
      return ExitCode.DONE;
    }
    Table table =
        new Table(
            Texts.text("cli.column.when"),
            Texts.text("cli.column.kind"),
            Texts.text("cli.column.from"),
            Texts.text("cli.column.freed-right"),
            Texts.text("cli.column.outcome"));
    operations.forEach(operation -> add(operation, table));
    output.table(table);
    if (given.isEmpty() && operations.size() == DEFAULT_LIMIT) {
      output.line(Texts.text("cli.history.more", DEFAULT_LIMIT), Style.FAINT);
    }
    return ExitCode.DONE;
  }

  private void add(Operation operation, Table table) {
    String outcome = HistoryText.outcome(operation);
    table.add(
        Cell.of(RelativeTime.ago(operation.plan().begun(), clock.instant())),
        Cell.of(HistoryText.title(operation)),
        Cell.of(HistoryText.origin(operation.plan().origin())),
        Cell.of(HistoryText.freed(operation).orElseGet(() -> Texts.text("none"))),
        outcome.isEmpty()
            ? new Cell(HistoryText.difference(operation).orElse(""), Style.PLAIN)
            : new Cell(outcome, style(operation)));
  }

  private static Style style(Operation operation) {
    boolean bad =
        operation.images().stream()
            .anyMatch(
                image -> image.state() instanceof ImageState.Failed || image.state().isOpen());
    return bad ? Style.BAD : operation.interrupted() ? Style.CAREFUL : Style.PLAIN;
  }

  private int limit(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException _) {
      // Said below, as for a negative number.
    }
    throw new ParameterException(spec.commandLine(), HelpText.of("problem.limit", text));
  }
}
