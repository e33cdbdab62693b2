package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.text.FoundLogText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code usage find}: logs of the sandbox server on this machine. Needs no engine. */
@Command(name = "find", addMethodSubcommands = false)
final class UsageFindCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Supplier<LogSearch> search;

  /**
   * The verb.
   *
   * @param search finds logs; called once
   */
  UsageFindCommand(Supplier<Session> sessions, Supplier<LogSearch> search) {
    this.sessions = sessions;
    this.search = search;
  }

  /**
   * The document of {@code usage find}.
   *
   * @param logs most events first
   * @param filesRead how many files were looked into
   * @param unreadable files that look like logs and cannot be read
   * @param complete whether it looked everywhere
   */
  record Document(List<Log> logs, int filesRead, List<String> unreadable, boolean complete) {
    /**
     * One log.
     *
     * @param origin who wrote it
     * @param log what to follow: a path or glob
     * @param files the files that are there now
     * @param events how many events are in them
     * @param complete whether all of them was read
     * @param followed whether it is followed already
     */
    record Log(
        String origin,
        String log,
        List<String> files,
        long events,
        boolean complete,
        boolean followed) {
      static Log of(FoundLog found) {
        return new Log(
            found.origin().name(),
            found.pattern(),
            paths(found.files()),
            found.events(),
            found.whole(),
            found.followed());
      }
    }

    static Document of(LogFindings found) {
      return new Document(
          found.logs().stream().map(Log::of).toList(),
          found.filesRead(),
          paths(found.unreadable()),
          found.whole());
    }

    private static List<String> paths(List<Path> files) {
      return files.stream().map(Path::toString).toList();
    }
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    Output output = session.output();
    LogFindings found = search.get().search(session.settings().usage().followedLogs(), () -> true);
    if (output.isJson()) {
      output.document(Document.of(found));
    } else {
      print(found, output);
    }
    return ExitCode.DONE;
  }

  private static void print(LogFindings found, Output output) {
    if (found.logs().isEmpty()) {
      output.line(FoundLogText.nothing(found.filesRead()), Style.PLAIN);
    } else {
      Table table =
          new Table(
              Texts.text("cli.column.log-of"),
              Texts.text("cli.column.events-right"),
              Texts.text("cli.column.followed"),
              Texts.text("cli.column.log"));
      found.logs().forEach(log -> add(log, table));
      output.table(table);
      output.line(Texts.text("cli.find.next"), Style.FAINT);
    }
    found
        .unreadable()
        .forEach(file -> output.detail(Texts.text("log.found.unreadable", file.toString())));
    if (!found.whole()) {
      output.detail(Texts.text("log.found.partly"));
    }
  }

  private static void add(FoundLog log, Table table) {
    table.add(
        Table.Cell.of(FoundLogText.origin(log.origin())),
        Table.Cell.of(FoundLogText.count(log)),
        Table.Cell.of(Texts.text(log.followed() ? "cli.find.followed" : "none")),
        Table.Cell.of(PlainText.line(log.pattern())));
  }
}
