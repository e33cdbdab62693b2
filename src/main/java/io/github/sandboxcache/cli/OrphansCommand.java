package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.orphans.ProvenName;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orphans}: the images without a name that failed saves of the sandbox left. */
@Command(name = "orphans", addMethodSubcommands = false)
final class OrphansCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Option(names = "--prove")
  private boolean prove;

  OrphansCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(cache -> list(cache, session));
  }

  private int list(CacheService cache, Session session) {
    Overview seen = session.reading().overview(cache, TimeRange.ALL);
    Catalog catalog = seen.catalog();
    List<Orphan> orphans = Orphans.of(catalog.snapshot());
    NamingReport proven = NamingReport.NOTHING;
    if (prove && seen.usage().isPresent()) {
      try (ProgressLine progress = session.output().progress()) {
        proven = cache.orphanNaming().prove(orphans, catalog, progress, new Cancellation());
      }
    }
    print(orphans, catalog, proven, session.output());
    return prove && (seen.usage().isEmpty() || !proven.successful())
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  private void print(List<Orphan> orphans, Catalog catalog, NamingReport proven, Output output) {
    if (output.isJson()) {
      output.document(
          orphans.stream().map(each -> OrphanDocument.of(each, catalog, proven)).toList());
      return;
    }
    if (orphans.isEmpty()) {
      output.line(Texts.text("cli.orphans.none"), Style.PLAIN);
      return;
    }
    Table table =
        new Table(
            Texts.text("cli.column.image"),
            Texts.text("cli.column.language"),
            Texts.text("cli.column.own-right"),
            Texts.text("cli.column.created"),
            Texts.text("cli.column.used-by"),
            Texts.text("cli.column.packages"));
    orphans.forEach(each -> add(each, catalog, OrphanDocument.name(each, proven), table));
    output.table(table);
    output.line(
        Texts.text(
            "orphans.left",
            orphans.size(),
            ByteText.summary(Orphans.bytes(orphans, catalog.layers()))),
        Style.FAINT);
  }

  private void add(Orphan orphan, Catalog catalog, Optional<ProvenName> name, Table table) {
    table.add(
        Cell.of(PlainText.line(orphan.shortId())),
        Cell.of(
            OrphanDocument.language(orphan, name)
                .map(Language::name)
                .orElseGet(() -> Texts.text("none"))),
        Cell.of(ByteText.cell(catalog.ownBytes(orphan.image()))),
        Cell.of(RelativeTime.ago(orphan.image().createdAt(), clock.instant())),
        CatalogText.cell(orphan.users()),
        Cell.of(
            name.map(each -> String.join(", ", each.packages()))
                .map(PlainText::line)
                .orElseGet(() -> Texts.text("none"))));
  }
}
