package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.InspectDocument.OfLayer;
import io.github.sandboxcache.cli.InspectDocument.OfPath;
import io.github.sandboxcache.cli.InspectDocument.PackageDocument;
import io.github.sandboxcache.cli.InspectDocument.SessionFiles;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.WasteKind;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.text.ContentsText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PackagesFromText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.text.TransferText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is inside an image, for people: the same as the document, the weightiest first. */
record InspectText(
    InspectDocument document,
    CachedImage image,
    Catalog catalog,
    Inspection inside,
    Optional<Pulled> origin,
    Instant now,
    Output output) {
  private static final int MAX_SESSION_FILES = 5;
  private static final int MAX_COMMAND = 60;

  void print() {
    summary();
    packages();
    layers();
    files();
    problems();
  }

  private void summary() {
    String size = DecimalSize.text(image.image().sizeBytes());
    String created = RelativeTime.ago(image.image().createdAt(), now);
    output.line(
        catalog
            .ownBytes(image.image())
            .filter(ByteCount::known)
            .map(own -> Texts.text("cli.inspect.title.own", name(), size, size(own), created))
            .orElseGet(() -> Texts.text("cli.inspect.title", name(), size, created)),
        Style.HEADING);
    fact(
        "cli.inspect.asked",
        inside
            .asked()
            .map(
                asked ->
                    Texts.text(
                        "cli.inspect.asked-from",
                        plain(asked.names()),
                        PackagesFromText.brief(asked.from())))
            .orElse(Texts.text("unknown")));
    fact("cli.inspect.base-image", base());
    List<String> users = document.usedBy();
    fact(
        "cli.inspect.used-by",
        users == null
            ? Texts.text("unknown")
            : users.isEmpty() ? Texts.text("none") : plain(users));
    origin.ifPresent(from -> fact("cli.inspect.origin", TransferText.of(from)));
    if (document.tags().size() > 1) {
      fact("cli.inspect.tags", plain(document.tags()));
    }
  }

  private String name() {
    return document.reference();
  }

  private static String size(ByteCount bytes) {
    String size = DecimalSize.of(bytes.bytes()).toString();
    return bytes.exact() ? size : Texts.text("cli.inspect.about", size);
  }

  private String base() {
    String name = document.baseImage();
    if (name == null) {
      return Texts.text("unknown");
    }
    return Boolean.TRUE.equals(document.baseOutdated())
        ? Texts.text("cli.inspect.outdated", PlainText.line(name))
        : PlainText.line(name);
  }

  private void fact(String key, String value) {
    output.lines(List.of(Texts.text("cli.inspect.fact", Texts.text(key), value)));
  }

  private static String plain(List<String> untrusted) {
    return untrusted.stream().map(PlainText::line).collect(Collectors.joining(", "));
  }

  private void packages() {
    Table table =
        new Table(
            Texts.text("cli.column.package"),
            Texts.text("cli.column.version"),
            Texts.text("cli.column.size-right"),
            "");
    List<PackageDocument> sorted = new ArrayList<>(document.packages());
    sorted.sort(Comparator.comparing(each -> !each.asked()));
    for (PackageDocument each : sorted) {
      String version = each.version().isEmpty() ? Texts.text("none") : each.version();
      table.add(
          new Cell(PlainText.line(each.name()), each.asked() ? Style.GOOD : Style.PLAIN),
          Cell.of(PlainText.line(version)),
          Cell.of(size(each.sizeBytes())),
          new Cell(each.asked() ? Texts.text("cli.inspect.asked-for") : "", Style.FAINT));
    }
    show(table, "cli.inspect.no-packages");
  }

  private void layers() {
    Table table =
        new Table(
            Texts.text("cli.column.layer"),
            Texts.text("cli.column.size-right"),
            Texts.text("cli.column.shared-right"),
            Texts.text("cli.column.created"),
            Texts.text("cli.column.command"));
    for (OfLayer layer : document.layers().reversed()) {
      Integer shared = layer.sharedWith();
      table.add(
          layer.own()
              ? new Cell(Texts.text("cli.inspect.own"), Style.GOOD)
              : new Cell(Texts.text("cli.inspect.base"), Style.FAINT),
          Cell.of(size(layer.sizeBytes())),
          Cell.of(shared == null ? Texts.text("none") : Texts.text("number", shared)),
          Cell.of(
              layer.createdAt() == null
                  ? Texts.text("none")
                  : RelativeTime.ago(Instant.parse(layer.createdAt()), now)),
          Cell.of(command(layer.createdBy())));
    }
    show(table, "cli.inspect.no-layers");
  }

  private static String command(@Nullable String command) {
    String line = command == null ? Texts.text("none") : PlainText.line(command.strip());
    int length = line.codePointCount(0, line.length());
    return length <= MAX_COMMAND
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_COMMAND - 1)) + "…";
  }

  private void show(Table table, String whenEmpty) {
    output.lines(List.of(""));
    if (table.isEmpty()) {
      output.line(Texts.text(whenEmpty), Style.FAINT);
    } else {
      output.table(table);
    }
  }

  private void files() {
    InspectDocument.Files files = document.files();
    if (files != null) {
      paths("cli.column.directory", files.largestDirectories());
      paths("cli.column.file", files.largestFiles());
    }
    output.lines(List.of(""));
    List<String> waste = new ArrayList<>();
    for (WasteKind kind : WasteKind.values()) {
      FileCount count = inside.contents().files().waste().getOrDefault(kind, FileCount.NONE);
      if (count.files() > 0) {
        waste.add(
            Texts.text(
                "cli.inspect.waste-kind",
                ContentsText.waste(kind),
                DecimalSize.of(count.bytes()).toString()));
      }
    }
    fact("cli.inspect.waste", waste.isEmpty() ? Texts.text("none") : String.join(", ", waste));
    session(document.sessionFiles());
  }

  private void session(SessionFiles session) {
    if (session.files() == 0) {
      return;
    }
    output.line(
        Texts.text(
            "cli.inspect.session", session.files(), DecimalSize.of(session.bytes()).toString()),
        Style.CAREFUL);
    session.largest().stream()
        .limit(MAX_SESSION_FILES)
        .forEach(
            path ->
                output.lines(
                    List.of(
                        Texts.text(
                            "cli.inspect.session-file",
                            PlainText.line(path.path()),
                            DecimalSize.of(path.bytes()).toString()))));
  }

  private void paths(String heading, List<OfPath> paths) {
    Table table = new Table(Texts.text("cli.column.size-right"), Texts.text(heading));
    for (OfPath path : paths) {
      table.add(
          Cell.of(DecimalSize.of(path.bytes()).toString()), Cell.of(PlainText.line(path.path())));
    }
    if (!table.isEmpty()) {
      output.lines(List.of(""));
      output.table(table);
    }
  }

  private void problems() {
    inside
        .contents()
        .problems()
        .forEach((problem, count) -> output.problem(ContentsText.problem(problem, count)));
  }

  private static String size(@Nullable Long bytes) {
    return DecimalSize.text(bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
  }
}
