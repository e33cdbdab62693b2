package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.ImageName.Match;
import io.github.sandboxcache.cli.RestoreDocument.Failed;
import io.github.sandboxcache.cli.RestoreDocument.Restored;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: makes removed images again. */
@Command(name = "restore", addMethodSubcommands = false)
final class RestoreCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "0..*", paramLabel = "IMAGE", descriptionKey = "removed-image")
  private List<String> images = List.of();

  @Option(names = "--last")
  private boolean last;

  @Spec private CommandSpec spec;

  RestoreCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    if (images.isEmpty() != last) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.restore"));
    }
    Session session = sessions.get();
    return session.withCache(
        (cache, interruption) -> restore(cache, session.output(), interruption),
        () -> say(RestoreDocument.of(RestoreReport.NOTHING, List.of()), session.output()));
  }

  private int restore(CacheService cache, Output output, Interruption interruption) {
    Choice choice = interruption.await(() -> last ? latest(cache) : named(cache));
    RestoreReport report;
    try (ProgressLine progress = output.progress()) {
      report =
          cache
              .installs()
              .restore(
                  choice.references(), Origin.COMMAND_LINE, progress, interruption.cancellation());
    }
    return say(RestoreDocument.of(report, choice.unnamed()), output);
  }

  /**
   * Which images are meant.
   *
   * @param unnamed what was given and names no image
   */
  private record Choice(List<CacheReference> references, List<Failed> unnamed) {}

  private static Choice latest(CacheService cache) {
    return new Choice(
        cache.installs().lastRemoved().stream()
            .map(removed -> removed.recipe().reference())
            .toList(),
        List.of());
  }

  private Choice named(CacheService cache) {
    Set<CacheReference> known = new LinkedHashSet<>();
    cache.installs().removed().forEach(removed -> known.add(removed.recipe().reference()));
    cache.list().cached().forEach(image -> known.add(image.reference()));
    Set<CacheReference> references = new LinkedHashSet<>();
    List<Failed> unnamed = new ArrayList<>();
    for (String given : images) {
      switch (match(given, known)) {
        case Match.One(CacheReference reference) -> references.add(reference);
        case Match.None(String reason) -> unnamed.add(new Failed(given, List.of(reason)));
      }
    }
    return new Choice(List.copyOf(references), unnamed);
  }

  private static Match match(String given, Set<CacheReference> known) {
    return switch (ImageName.of(given)) {
      case ImageName.Whole(CacheReference reference) -> new Match.One(reference);
      case ImageName.KeyStart start -> start.among(known);
      case ImageName.Base _, ImageName.NotCached _ ->
          new Match.None(Texts.text("cli.restore.not-cached"));
    };
  }

  private static int say(RestoreDocument document, Output output) {
    if (output.isJson()) {
      output.document(document);
    } else {
      print(document, output);
    }
    return document.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(RestoreDocument did, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.packages"),
            Texts.text("cli.column.note"));
    for (Restored each : did.restored()) {
      table.add(
          new Cell(Texts.text("cli.restore.restored"), Style.GOOD),
          Cell.of(each.reference()),
          Cell.of(PlainText.line(String.join(", ", each.packages()))),
          Cell.of(each.explanation()));
    }
    for (String each : did.present()) {
      table.add(
          new Cell(Texts.text("cli.restore.present"), Style.FAINT),
          Cell.of(each),
          Cell.of(Texts.text("none")),
          Cell.of(Texts.text("none")));
    }
    for (Failed each : did.failed()) {
      table.add(
          new Cell(Texts.text("cli.removal.failed"), Style.BAD),
          Cell.of(PlainText.line(each.name())),
          Cell.of(Texts.text("none")),
          Cell.of(PlainText.line(each.errors().getFirst())));
    }
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(
        Texts.text(
            "cli.restore.summary",
            did.restored().size(),
            did.present().size(),
            did.failed().size()),
        Style.FAINT);
  }
}
