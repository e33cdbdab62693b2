package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The list of images for people. */
final class CatalogText {
  private CatalogText() {}

  static void print(
      ListChoice.Listed listed,
      Optional<UsageReport> usage,
      Pins pins,
      Instant now,
      Output output) {
    Catalog catalog = listed.catalog();
    if (listed.cached().isEmpty() && listed.base().isEmpty()) {
      boolean empty = catalog.cached().isEmpty() && catalog.base().isEmpty();
      output.line(Texts.text(empty ? "cli.ls.empty" : "cli.ls.none-chosen"), Style.PLAIN);
      return;
    }
    table(listed, usage, pins, now, output);
    output.line(summary(listed), Style.FAINT);
  }

  /** The images alone, without what they are together. */
  static void table(
      ListChoice.Listed listed,
      Optional<UsageReport> usage,
      Pins pins,
      Instant now,
      Output output) {
    Catalog catalog = listed.catalog();
    Table table =
        new Table(
            Texts.text("cli.column.image"),
            Texts.text("cli.column.size-right"),
            Texts.text("cli.column.own-right"),
            Texts.text("cli.column.hits-right"),
            Texts.text("cli.column.last-used"),
            Texts.text("cli.column.created"),
            Texts.text("cli.column.used-by"),
            Texts.text("cli.column.pinned"),
            Texts.text("cli.column.packages"));
    listed
        .cached()
        .forEach(
            image ->
                add(
                    image,
                    usage.map(report -> report.of(image.reference())),
                    pins.isMarked(image.reference()),
                    now,
                    catalog,
                    table));
    listed.base().forEach(image -> add(image, now, catalog, table));
    output.table(table);
  }

  private static String summary(ListChoice.Listed listed) {
    Optional<DiskShare> onDisk = listed.catalog().onDisk(listed.cached());
    return Texts.text(
        "cli.ls.summary",
        listed.cached().size(),
        ByteText.summary(onDisk.map(DiskShare::total)),
        ByteText.summary(onDisk.map(DiskShare::packages)),
        ByteText.summary(onDisk.map(DiskShare::base)),
        listed.base().size());
  }

  private static void add(
      CachedImage cached,
      Optional<ImageUsage> usage,
      boolean pinned,
      Instant now,
      Catalog catalog,
      Table table) {
    String packages =
        cached
            .packages()
            .map(names -> String.join(", ", names.stream().map(PlainText::line).toList()))
            .orElse(Texts.text("none"));
    add(
        Cell.of(cached.reference().toString()),
        cached.image(),
        Cell.of(
            usage
                .map(known -> Texts.text("number", known.count().hits()))
                .orElse(Texts.text("none"))),
        Cell.of(
            usage
                .flatMap(ImageUsage::lastUsed)
                .map(time -> RelativeTime.ago(time, now))
                .orElse(Texts.text("none"))),
        cached.users(),
        pinned ? new Cell(Texts.text("cli.ls.pinned"), Style.GOOD) : notPinned(),
        Cell.of(packages),
        now,
        catalog,
        table);
  }

  private static void add(BaseImage base, Instant now, Catalog catalog, Table table) {
    add(
        Cell.of(PlainText.line(base.reference().toString())),
        base.image(),
        Cell.of(Texts.text("none")),
        Cell.of(Texts.text("none")),
        base.users(),
        notPinned(),
        new Cell(Texts.text("cli.ls.base"), Style.FAINT),
        now,
        catalog,
        table);
  }

  private static void add(
      Cell name,
      EngineImage image,
      Cell hits,
      Cell lastUsed,
      Users users,
      Cell pinned,
      Cell packages,
      Instant now,
      Catalog catalog,
      Table table) {
    table.add(
        name,
        Cell.of(DecimalSize.text(image.sizeBytes())),
        Cell.of(ByteText.cell(catalog.ownBytes(image))),
        hits,
        lastUsed,
        Cell.of(RelativeTime.ago(image.createdAt(), now)),
        cell(users),
        pinned,
        packages);
  }

  private static Cell notPinned() {
    return new Cell(Texts.text("none"), Style.FAINT);
  }

  static Cell cell(Users users) {
    if (!users.known()) {
      return new Cell(Texts.text("unknown"), Style.CAREFUL);
    }
    List<String> names = users.names().stream().map(PlainText::line).toList();
    if (names.isEmpty()) {
      return new Cell(Texts.text("none"), Style.FAINT);
    }
    return new Cell(
        names.size() == 1
            ? names.getFirst()
            : Texts.text("cli.ls.users", names.getFirst(), names.size() - 1),
        Style.GOOD);
  }
}
