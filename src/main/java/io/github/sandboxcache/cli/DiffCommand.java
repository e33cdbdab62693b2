package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.DiffDocument.ChangedPackage;
import io.github.sandboxcache.cli.DiffDocument.Side;
import io.github.sandboxcache.cli.InspectDocument.PackageDocument;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code diff}: how the packages of two cached images differ. */
@Command(name = "diff", addMethodSubcommands = false)
final class DiffCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(index = "0", paramLabel = "IMAGE", descriptionKey = "image")
  private String from = "";

  @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "other-image")
  private String to = "";

  DiffCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(cache -> compare(cache, session));
  }

  private int compare(CacheService cache, Session session) {
    Catalog catalog = session.reading().overview(cache, TimeRange.ALL).catalog();
    Output output = session.output();
    ImageChoice choice = new ImageChoice(catalog, output);
    Optional<CachedImage> first = choice.find(from);
    Optional<CachedImage> other = choice.find(to);
    if (first.isEmpty() || other.isEmpty()) {
      return ExitCode.FAILED;
    }
    PackageDifference difference;
    try (ProgressLine progress = output.progress()) {
      difference =
          PackageDifference.between(
              packages(first.get(), catalog, cache, progress),
              packages(other.get(), catalog, cache, progress));
    }
    DiffDocument document = DiffDocument.of(first.get(), other.get(), difference, catalog);
    if (output.isJson()) {
      output.document(document);
    } else {
      print(document, output);
    }
    return ExitCode.DONE;
  }

  /** What is inside never changes, so nobody reads it twice. */
  private static List<InstalledPackage> packages(
      CachedImage image, Catalog catalog, CacheService cache, ProgressListener progress) {
    return image
        .contents()
        .map(known -> known.packages())
        .orElseGet(
            () ->
                cache
                    .inspector()
                    .inspect(image, catalog, progress, new Cancellation())
                    .contents()
                    .packages());
  }

  private static void print(DiffDocument document, Output output) {
    output.line(Texts.text("cli.diff.from", side(document.from())), Style.PLAIN);
    output.line(Texts.text("cli.diff.to", side(document.to())), Style.PLAIN);
    Table table =
        new Table(
            "",
            Texts.text("cli.column.package"),
            Texts.text("cli.column.version"),
            Texts.text("cli.column.size-right"));
    document.added().forEach(each -> add("+", each, Style.GOOD, table));
    document.removed().forEach(each -> add("-", each, Style.BAD, table));
    for (ChangedPackage each : document.changed()) {
      String versions =
          Texts.text("cli.diff.versions", version(each.fromVersion()), version(each.toVersion()));
      table.add(
          new Cell("~", Style.CAREFUL),
          new Cell(PlainText.line(each.name()), Style.CAREFUL),
          Cell.of(versions),
          Cell.of(size(each.toBytes())));
    }
    if (table.isEmpty()) {
      output.line(Texts.text("cli.diff.same"), Style.FAINT);
    } else {
      output.lines(List.of(""));
      output.table(table);
    }
  }

  private static String side(Side side) {
    return Texts.text("cli.diff.side", side.reference(), size(side.sizeBytes()));
  }

  private static void add(String sign, PackageDocument each, Style style, Table table) {
    table.add(
        new Cell(sign, style),
        new Cell(PlainText.line(each.name()), style),
        Cell.of(version(each.version())),
        Cell.of(size(each.sizeBytes())));
  }

  private static String version(String version) {
    return version.isEmpty() ? Texts.text("none") : PlainText.line(version);
  }

  private static String size(@Nullable Long bytes) {
    return DecimalSize.text(bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
  }
}
