package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.OrphanRemovalDocument.Staying;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Removal;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orphans remove}: removes what failed saves left, as carefully as all removals. */
@Command(name = "remove", addMethodSubcommands = false)
final class OrphansRemoveCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "orphan")
  private List<String> ids = List.of();

  @Option(names = "--dry-run")
  private boolean dryRun;

  OrphansRemoveCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(
        (cache, interruption) ->
            dryRun ? announce(cache, session, interruption) : remove(cache, session, interruption),
        () -> say(Optional.of(ByteCount.ZERO), OrphanReport.NOTHING, List.of(), session.output()));
  }

  private int announce(CacheService cache, Session session, Interruption interruption) {
    Catalog catalog = interruption.await(() -> cache.measured(session.reading().list(cache)));
    OrphanChoice choice = choose(catalog);
    OrphanPlan plan = OrphanPlan.of(catalog, choice.chosen()::contains, clock.instant());
    return say(plan.frees(), OrphanReport.announced(plan), choice.failed(), session.output());
  }

  private int remove(CacheService cache, Session session, Interruption interruption) {
    OrphanChoice choice;
    OrphanPlan plan;
    OrphanReport report;
    try (ProgressLine progress = session.output().progress();
        Removal removal =
            interruption.await(
                () ->
                    cache
                        .removals()
                        .begin(
                            OperationKind.REMOVE_ORPHANS,
                            Origin.COMMAND_LINE,
                            progress,
                            interruption.cancellation()))) {
      choice = choose(interruption.await(removal::catalog));
      plan = interruption.await(() -> removal.planOrphans(choice.chosen()::contains));
      report = removal.carryOut(plan, progress, interruption.cancellation());
    }
    return say(plan.frees(), report, choice.failed(), session.output());
  }

  private OrphanChoice choose(Catalog catalog) {
    return OrphanChoice.of(ids, Orphans.of(catalog.snapshot()));
  }

  private int say(
      Optional<ByteCount> frees,
      OrphanReport report,
      List<OrphanChoice.NotMeant> notMeant,
      Output output) {
    OrphanRemovalDocument document = OrphanRemovalDocument.of(dryRun, frees, report, notMeant);
    if (output.isJson()) {
      output.document(document);
    } else {
      print(document, report, output);
    }
    return document.isComplete() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(OrphanRemovalDocument did, OrphanReport report, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.why"));
    Cell goes =
        new Cell(
            Texts.text(did.dryRun() ? "cli.removal.would-go" : "cli.removal.gone"), Style.CAREFUL);
    did.removed().forEach(each -> table.add(goes, OrphanChoice.cell(each.id()), Cell.of("")));
    add(new Cell(Texts.text("cli.removal.kept"), Style.GOOD), did.kept(), table);
    add(new Cell(Texts.text("cli.removal.failed"), Style.BAD), did.failed(), table);
    add(new Cell(Texts.text("cli.removal.unknown"), Style.BAD), did.unknown(), table);
    if (!table.isEmpty()) {
      output.table(table);
    }
    String key =
        did.dryRun()
            ? "cli.removal.would"
            : did.unknown().isEmpty() ? "cli.removal.did" : "cli.removal.did-unknown";
    output.line(
        Texts.text(
            key,
            did.removed().size(),
            did.kept().size(),
            did.failed().size(),
            did.unknown().size()),
        Style.FAINT);
    if (!did.removed().isEmpty()) {
      output.line(
          Texts.text(
              did.dryRun() ? "cli.removal.frees" : "cli.orphans.freed",
              ByteText.summary(report.freed())),
          Style.FAINT);
    }
  }

  private static void add(Cell outcome, List<Staying> images, Table table) {
    images.forEach(
        each ->
            table.add(
                outcome, OrphanChoice.cell(each.id()), Cell.of(PlainText.line(each.reason()))));
  }
}
