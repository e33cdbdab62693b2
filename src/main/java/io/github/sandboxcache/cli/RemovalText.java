package io.github.sandboxcache.cli;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.text.Texts;

/** What a prune or clear did, for people. */
final class RemovalText {
  private RemovalText() {}

  static void print(boolean dryRun, RemovalReport report, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.size-right"),
            Texts.text("cli.column.why"));
    Cell goes =
        new Cell(Texts.text(dryRun ? "cli.removal.would-go" : "cli.removal.gone"), Style.CAREFUL);
    report.removed().forEach(image -> add(goes, image, "", table));
    Cell stays = new Cell(Texts.text("cli.removal.kept"), Style.GOOD);
    report.kept().forEach(kept -> add(stays, kept.image(), ReasonText.full(kept.reason()), table));
    Cell failed = new Cell(Texts.text("cli.removal.failed"), Style.BAD);
    report.failed().forEach(f -> add(failed, f.image(), PlainText.line(f.reason()), table));
    if (!report.removed().isEmpty() || !report.kept().isEmpty() || !report.failed().isEmpty()) {
      output.table(table);
    }
    output.line(
        Texts.text(
            dryRun ? "cli.removal.would" : "cli.removal.did",
            report.removed().size(),
            report.kept().size(),
            report.failed().size()),
        Style.FAINT);
  }

  private static void add(Cell outcome, CachedImage image, String why, Table table) {
    table.add(
        outcome,
        Cell.of(image.reference().toString()),
        Cell.of(DecimalSize.of(image.image().sizeBytes()).toString()),
        Cell.of(why));
  }
}
