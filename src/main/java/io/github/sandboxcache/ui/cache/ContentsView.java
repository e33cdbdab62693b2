package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.install.AskedNames;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What is inside an image, as the pane shows it. All text is harmless to show.
 *
 * @param marks from where it is known what was asked for, and how certain that is
 * @param why why that is certain, or is not; may be empty
 * @param packages what is installed, or, while nobody has looked, what was asked for
 * @param installed whether the packages were found inside
 * @param sum what they take; empty while that is not known
 * @param total the same with all other files, in short
 * @param files the files; empty until the image has been read in this session
 */
record ContentsView(
    List<Mark> marks,
    String why,
    List<PackageRow> packages,
    boolean installed,
    String sum,
    String total,
    Optional<ContentsFiles> files) {
  ContentsView {
    marks = List.copyOf(marks);
    packages = List.copyOf(packages);
  }

  /** How many were asked for. */
  int asked() {
    return (int) packages.stream().filter(PackageRow::asked).count();
  }

  /**
   * Of a cached image.
   *
   * @param read what was read of it in this session
   */
  static ContentsView of(
      CachedImage image,
      Optional<AskedPackages> asked,
      Optional<ImageContents> read,
      UiTexts texts) {
    Optional<List<InstalledPackage>> inside =
        read.map(ImageContents::packages).or(() -> image.contents().map(KnownContents::packages));
    List<String> names = asked.map(AskedPackages::names).orElse(List.of());
    AskedNames known = AskedNames.of(image.language(), asked);
    Optional<List<PackageRow>> rows =
        inside.map(
            packages -> PackageRow.of(packages, each -> known.contains(each.name(), each.asked())));
    return new ContentsView(
        asked.map(told -> marks(told, texts)).orElse(List.of()),
        why(image, asked, texts),
        rows.orElseGet(() -> names.stream().map(ContentsView::notRead).toList()),
        inside.isPresent(),
        read.map(contents -> sum(contents, texts))
            .or(() -> inside.map(packages -> sum(packages, texts)))
            .orElse(""),
        read.map(contents -> DecimalSize.of(contents.totalBytes()).toString()).orElse(""),
        read.map(
            contents ->
                ContentsFiles.of(
                    contents.files(),
                    rows.orElse(List.of()).stream()
                        .filter(PackageRow::asked)
                        .map(row -> row.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toSet()),
                    texts)));
  }

  private static PackageRow notRead(String requested) {
    PackageLabel label = PackageLabel.of(requested);
    return new PackageRow(label.name(), label.version(), true, "", 0, OptionalLong.empty(), 0);
  }

  private static String sum(ImageContents contents, UiTexts texts) {
    return texts.text(
        "contents.sum",
        DecimalSize.of(contents.packageBytes()),
        DecimalSize.of(contents.cacheBytes()),
        DecimalSize.of(contents.otherBytes()));
  }

  private static String sum(List<InstalledPackage> packages, UiTexts texts) {
    long bytes = packages.stream().mapToLong(each -> each.sizeBytes().orElse(0)).sum();
    return texts.text("contents.sum.packages", DecimalSize.of(bytes));
  }

  private static List<Mark> marks(AskedPackages asked, UiTexts texts) {
    Mark proven = new Mark(texts.text("contents.proven"), "ok", "proof");
    return switch (asked.from()) {
      case LABEL -> List.of(new Mark(texts.text("contents.from.label"), "plain", "tag"));
      case LOG -> List.of(new Mark(texts.text("contents.from.log"), "plain", "file"), proven);
      case KEY -> List.of(new Mark(texts.text("contents.from.image"), "plain", "eye"), proven);
      case GUESS ->
          List.of(
              new Mark(texts.text("contents.from.image"), "plain", "eye"),
              new Mark(texts.text("contents.guess"), "warn", "info"));
    };
  }

  private static String why(CachedImage image, Optional<AskedPackages> asked, UiTexts texts) {
    if (asked.isEmpty()) {
      return texts.text("contents.why.unknown");
    }
    return switch (asked.get().from()) {
      case LABEL -> "";
      case LOG, KEY ->
          texts.text(
              "contents.why.key",
              PlainText.line(image.language().name()),
              asked.get().names().size(),
              image.reference().tag());
      case GUESS -> texts.text("contents.why.guess");
    };
  }
}
