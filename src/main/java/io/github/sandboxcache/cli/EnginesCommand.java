package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.service.EngineSurvey.Answer;
import io.github.sandboxcache.service.EngineSurvey.Found;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code engines}: every engine that there may be, who answers and which one is used. */
@Command(name = "engines", addMethodSubcommands = false)
final class EnginesCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  EnginesCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    List<Found> engines = session.engines();
    Output output = session.output();
    if (output.isJson()) {
      output.document(engines.stream().map(EngineDocument::of).toList());
    } else {
      print(engines, output);
    }
    return ExitCode.DONE;
  }

  private static void print(List<Found> engines, Output output) {
    Table table =
        new Table(
            "",
            Texts.text("cli.column.engine"),
            Texts.text("cli.column.answers"),
            Texts.text("cli.column.api"),
            Texts.text("cli.column.store"),
            Texts.text("cli.column.place"));
    engines.forEach(found -> add(found, table));
    output.table(table);
    for (Found found : engines) {
      if (found.answer() instanceof Answer.None(EngineAttempt why)) {
        output.line(
            Texts.text(
                "cli.engines.why",
                name(found.place()),
                PlainText.line(found.place().place()),
                AttemptText.explanation(why)),
            Style.FAINT);
      }
    }
  }

  private static void add(Found found, Table table) {
    String none = Texts.text("none");
    Cell current = Cell.of(found.current() ? "*" : "");
    Cell name = Cell.of(name(found.place()));
    Cell place = Cell.of(PlainText.line(found.place().place()));
    switch (found.answer()) {
      case Answer.Engine(EngineDescription engine, EngineInfo info) ->
          table.add(
              current,
              name,
              Cell.of(PlainText.line(engine.product() + " " + engine.version()).strip()),
              Cell.of(engine.apiVersion().isBlank() ? none : PlainText.line(engine.apiVersion())),
              Cell.of(info.imageStore().map(PlainText::line).orElse(none)),
              place);
      case Answer.None(EngineAttempt why) ->
          table.add(
              current,
              name,
              new Cell(AttemptText.badge(why.failure()), Style.BAD),
              Cell.of(none),
              Cell.of(none),
              place);
    }
  }

  private static String name(EnginePlace place) {
    String called = PlainText.line(place.name());
    return called.isEmpty() ? AttemptText.source(place.source()) : called;
  }
}
