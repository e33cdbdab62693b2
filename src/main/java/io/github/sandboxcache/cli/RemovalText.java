package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.RemovalDocument.Staying;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.ReclaimedText;
import io.github.sandboxcache.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a removal did, for people. */
final class RemovalText {
  private RemovalText() {}

  /**
   * Prints it.
   *
   * @param brief without those that stay
   */
  static void print(
      RemovalDocument did, RemovalReport report, Catalog before, boolean brief, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.own-right"),
            Texts.text("cli.column.why"));
    Cell goes =
        new Cell(
            Texts.text(did.dryRun() ? "cli.removal.would-go" : "cli.removal.gone"), Style.CAREFUL);
    Map<String, CachedImage> images = byReference(before);
    did.removed()
        .forEach(gone -> add(goes, gone.reference(), gone.explanation(), images, before, table));
    Cell stays = new Cell(Texts.text("cli.removal.kept"), Style.GOOD);
    (brief ? List.<RemovalDocument.Kept>of() : did.kept())
        .forEach(kept -> add(stays, kept.reference(), kept.explanation(), images, before, table));
    Cell failed = new Cell(Texts.text("cli.removal.failed"), Style.BAD);
    did.failed().forEach(f -> add(failed, f, images, before, table));
    Cell unknown = new Cell(Texts.text("cli.removal.unknown"), Style.BAD);
    did.unknown().forEach(asked -> add(unknown, asked, images, before, table));
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(summary(did), Style.FAINT);
    if (!did.removed().isEmpty()) {
      output.line(bytes(did, report), Style.FAINT);
    }
  }

  /** Says in words what is there against what was wanted. */
  static void printWhatStays(RemovalDocument did, Output output) {
    Stream.concat(did.failed().stream(), did.unknown().stream())
        .forEach(
            image ->
                output.problem(Texts.text("cli.image.failed", image.reference(), image.reason())));
  }

  private static String bytes(RemovalDocument did, RemovalReport report) {
    if (did.dryRun()) {
      return Texts.text("cli.removal.frees", ByteText.summary(report.freed()));
    }
    return ReclaimedText.sentence(report);
  }

  private static String summary(RemovalDocument did) {
    String key =
        did.dryRun()
            ? "cli.removal.would"
            : did.unknown().isEmpty() ? "cli.removal.did" : "cli.removal.did-unknown";
    return Texts.text(
        key, did.removed().size(), did.kept().size(), did.failed().size(), did.unknown().size());
  }

  private static void add(
      Cell outcome, Staying image, Map<String, CachedImage> images, Catalog before, Table table) {
    add(outcome, image.reference(), image.reason(), images, before, table);
  }

  private static void add(
      Cell outcome,
      String reference,
      String why,
      Map<String, CachedImage> images,
      Catalog before,
      Table table) {
    table.add(
        outcome,
        Cell.of(PlainText.line(reference)),
        Cell.of(ownSize(reference, images, before)),
        Cell.of(PlainText.line(why)));
  }

  /** Found once for all rows: there may be many thousands. */
  private static Map<String, CachedImage> byReference(Catalog catalog) {
    Map<String, CachedImage> images = new HashMap<>();
    catalog.cached().forEach(image -> images.putIfAbsent(image.reference().toString(), image));
    return images;
  }

  private static String ownSize(String reference, Map<String, CachedImage> images, Catalog before) {
    return Optional.ofNullable(images.get(reference))
        .map(image -> ByteText.cell(before.ownBytes(image.image())))
        .orElseGet(() -> Texts.text("none"));
  }
}
