package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.SavesText;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cache in numbers, for people. */
record StatsText(Output output, Clock clock) {
  void print(StatsDocument stats, Overview seen) {
    printNumbers(stats, seen.catalog());
    printArchives(stats);
    printFailed(seen.failedSaves());
  }

  private void printNumbers(StatsDocument stats, Catalog catalog) {
    Table table =
        new Table(
            Texts.text("cli.column.language"),
            Texts.text("cli.column.images-right"),
            Texts.text("cli.column.size-right"),
            Texts.text("cli.column.hits-right"),
            Texts.text("cli.column.misses-right"),
            Texts.text("cli.column.hit-rate-right"),
            Texts.text("cli.column.last-used"));
    for (StatsDocument.OfLanguage row : stats.languages()) {
      add(
          row.language(),
          row.images(),
          size(row.sizeBytes(), row.unknownSizes()),
          row.hits(),
          row.misses(),
          row.lastUsedAt(),
          table);
    }
    add(
        Texts.text("cli.stats.all"),
        stats.images(),
        size(stats.sizeBytes(), stats.unknownSizes()),
        stats.hits(),
        stats.misses(),
        stats.lastUsedAt(),
        table);
    output.table(table);
    Optional<DiskShare> onDisk = catalog.onDisk(catalog.cached());
    output.line(
        Texts.text(
            "cli.stats.on-disk",
            ByteText.summary(onDisk.map(DiskShare::total)),
            ByteText.summary(onDisk.map(DiskShare::packages)),
            ByteText.summary(onDisk.map(DiskShare::base))),
        Style.PLAIN);
    if (stats.topPackages() != null && !stats.topPackages().isEmpty()) {
      List<String> names =
          stats.topPackages().stream()
              .map(p -> Texts.text("cli.stats.package", PlainText.line(p.name()), p.hits()))
              .toList();
      output.line(Texts.text("cli.stats.top", String.join(", ", names)), Style.PLAIN);
    }
    if (stats.savedMs() != null && stats.savedMs() > 0) {
      String saved = RelativeTime.length(Duration.ofMillis(stats.savedMs()));
      output.line(Texts.text("cli.stats.saved", saved), Style.PLAIN);
    }
  }

  private void printArchives(StatsDocument stats) {
    if (stats.archives() != null && stats.archives().images() > 0) {
      output.line(
          Texts.text(
              "cli.stats.archives",
              stats.archives().images(),
              DecimalSize.of(stats.archives().bytes())),
          Style.PLAIN);
    }
  }

  private void printFailed(FailedSaves saves) {
    if (!saves.isEmpty()) {
      output.line(SavesText.last(saves, clock.instant()), Style.BAD);
      output.line(SavesText.help(saves), Style.PLAIN);
    }
  }

  private static String size(@Nullable Long bytes, int unknown) {
    return DecimalSize.text(new TotalSize(bytes == null ? 0 : bytes, unknown));
  }

  private void add(
      String name,
      int images,
      String size,
      @Nullable Long hits,
      @Nullable Long misses,
      @Nullable String lastUsedAt,
      Table table) {
    table.add(
        Cell.of(name),
        Cell.of(Texts.text("number", images)),
        Cell.of(size),
        count(hits),
        count(misses),
        Cell.of(
            hits == null || misses == null
                ? Texts.text("none")
                : Percent.of(new HitCount(hits, misses).ratePercent())),
        Cell.of(
            lastUsedAt == null
                ? Texts.text("none")
                : RelativeTime.ago(Instant.parse(lastUsedAt), clock.instant())));
  }

  private static Cell count(@Nullable Long count) {
    return Cell.of(count == null ? Texts.text("none") : Texts.text("number", count));
  }
}
