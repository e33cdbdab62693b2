package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.OrphanNaming;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orphans name}: gives what failed saves left the names that sandboxes look for. */
@Command(name = "name", addMethodSubcommands = false)
final class OrphansNameCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "orphan")
  private List<String> ids = List.of();

  @Option(names = "--dry-run", descriptionKey = "dry-run-name")
  private boolean dryRun;

  OrphansNameCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(
        (cache, interruption) -> name(cache, session, interruption),
        () -> say(NamingReport.NOTHING, List.of(), session.output()));
  }

  private int name(CacheService cache, Session session, Interruption interruption) {
    Overview seen = interruption.await(() -> session.reading().overview(cache, TimeRange.ALL));
    if (seen.usage().isEmpty()) {
      return ExitCode.FAILED;
    }
    OrphanChoice choice = OrphanChoice.of(ids, Orphans.of(seen.catalog().snapshot()));
    List<Orphan> chosen = List.copyOf(choice.chosen());
    OrphanNaming naming = cache.orphanNaming();
    NamingReport report;
    try (ProgressLine progress = session.output().progress()) {
      report =
          dryRun
              ? naming.prove(chosen, seen.catalog(), progress, interruption.cancellation())
              : naming.name(
                  chosen,
                  seen.catalog(),
                  Origin.COMMAND_LINE,
                  progress,
                  interruption.cancellation());
    }
    return say(report, choice.failed(), session.output());
  }

  private int say(NamingReport report, List<OrphanChoice.NotMeant> notMeant, Output output) {
    NamingDocument document = NamingDocument.of(dryRun, report, notMeant);
    if (output.isJson()) {
      output.document(document);
    } else {
      print(document, output);
    }
    return document.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(NamingDocument did, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.name"),
            Texts.text("cli.column.why"));
    Cell named =
        new Cell(Texts.text(did.dryRun() ? "cli.naming.would" : "cli.naming.done"), Style.GOOD);
    did.named()
        .forEach(
            each ->
                table.add(
                    named,
                    OrphanChoice.cell(each.id()),
                    Cell.of(each.reference()),
                    Cell.of(PlainText.line(String.join(", ", each.packages())))));
    Cell unnamed = new Cell(Texts.text("cli.naming.unnamed"), Style.PLAIN);
    did.unnamed().forEach(each -> add(unnamed, each, table));
    Cell failed = new Cell(Texts.text("cli.removal.failed"), Style.BAD);
    did.failed().forEach(each -> add(failed, each, table));
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(
        Texts.text(
            did.dryRun() ? "cli.naming.summary-would" : "cli.naming.summary",
            did.named().size(),
            did.unnamed().size(),
            did.failed().size()),
        Style.FAINT);
  }

  private static void add(Cell outcome, NamingDocument.Nameless image, Table table) {
    table.add(
        outcome,
        OrphanChoice.cell(image.id()),
        Cell.of(Texts.text("none")),
        Cell.of(PlainText.line(image.reason())));
  }
}
