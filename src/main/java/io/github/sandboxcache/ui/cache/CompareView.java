package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.PackageLabel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.UsageText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Two images side by side. All text is harmless to show.
 *
 * @param first the image at the left
 * @param second the image at the right; empty until one is chosen
 * @param verdict which one is larger, and by how much; empty while that is not known
 * @param counts how many packages are added, removed, changed, unchanged; empty until both are read
 * @param sameBase whether both stand on the same base; empty when that is not known
 * @param rows what differs, in sections; empty until both are read
 */
record CompareView(
    Card first,
    Optional<Card> second,
    String verdict,
    List<Count> counts,
    Optional<Boolean> sameBase,
    List<CompareRow> rows) {
  CompareView {
    counts = List.copyOf(counts);
    rows = List.copyOf(rows);
  }

  /** A number and what it counts. */
  record Count(int number, String words) {}

  /**
   * One of the two.
   *
   * @param image the image
   * @param languageClass its language's colours
   * @param name its name, in short
   * @param size what only it has
   * @param packages its packages
   * @param use its hits
   * @param read whether its packages are known
   */
  record Card(
      CachedImage image,
      String languageClass,
      String name,
      String size,
      String packages,
      String use,
      boolean read) {}

  /** One of both images, and what was read of it in this session. */
  record Side(CachedImage image, Optional<ImageContents> read) {
    Optional<List<InstalledPackage>> packages() {
      return read.map(ImageContents::packages)
          .or(() -> image.contents().map(KnownContents::packages));
    }
  }

  /**
   * What both have of packages.
   *
   * @param unchanged how many of the second one's packages the first one has just so
   */
  private record Compared(PackageDifference difference, int unchanged) {
    static Compared of(List<InstalledPackage> before, List<InstalledPackage> after) {
      PackageDifference difference = PackageDifference.between(before, after);
      return new Compared(
          difference, after.size() - difference.added().size() - difference.changed().size());
    }
  }

  /** A package that is not the same in both, or not there. */
  private record Difference(
      String name, Optional<InstalledPackage> first, Optional<InstalledPackage> second) {
    /** By how many bytes the second one is larger; empty when a size is not known. */
    OptionalLong bytes() {
      OptionalLong before = size(first);
      OptionalLong after = size(second);
      return before.isPresent() && after.isPresent()
          ? OptionalLong.of(after.getAsLong() - before.getAsLong())
          : OptionalLong.empty();
    }

    private static OptionalLong size(Optional<InstalledPackage> one) {
      return one.map(InstalledPackage::sizeBytes).orElse(OptionalLong.of(0));
    }
  }

  /** Files of no package: what package managers keep of downloads, or all others. */
  private record OtherFiles(boolean cache, long first, long second) {}

  static CompareView of(Side first, Optional<Side> second, CacheView view, UiTexts texts) {
    Optional<Compared> compared =
        second.flatMap(
            other ->
                first
                    .packages()
                    .flatMap(before -> other.packages().map(after -> Compared.of(before, after))));
    return new CompareView(
        card(first, view, texts),
        second.map(other -> card(other, view, texts)),
        second.map(other -> verdict(first, other, view, texts)).orElse(""),
        compared.map(known -> counts(known, texts)).orElse(List.of()),
        second.flatMap(other -> sameBase(first, other, view)),
        compared
            .map(known -> rows(known.difference(), other(first, second), texts))
            .orElse(List.of()));
  }

  private static List<OtherFiles> other(Side first, Optional<Side> second) {
    return first
        .read()
        .flatMap(before -> second.flatMap(Side::read).map(after -> other(before, after)))
        .orElse(List.of());
  }

  private static List<OtherFiles> other(ImageContents first, ImageContents second) {
    return List.of(
        new OtherFiles(true, first.cacheBytes(), second.cacheBytes()),
        new OtherFiles(false, first.otherBytes(), second.otherBytes()));
  }

  private static Card card(Side side, CacheView view, UiTexts texts) {
    CachedImage image = side.image();
    long hits = view.usage().report().of(image.reference()).count().hits();
    String range = texts.text("usage.range." + UsageText.key(view.usage().range()));
    return new Card(
        image,
        LanguageLook.styleClass(image.language()),
        image.reference().tag(),
        ByteText.cell(view.state().catalog().ownBytes(image.image())),
        image.packages().map(PackageLabel::line).orElse(texts.text("images.no-packages")),
        texts.text("details.usage.hits", hits, range),
        side.packages().isPresent());
  }

  private static String verdict(Side first, Side second, CacheView view, UiTexts texts) {
    Optional<ByteCount> before = view.state().catalog().ownBytes(first.image().image());
    Optional<ByteCount> after = view.state().catalog().ownBytes(second.image().image());
    if (before.filter(ByteCount::known).isEmpty() || after.filter(ByteCount::known).isEmpty()) {
      return "";
    }
    long bytes = after.get().bytes() - before.get().bytes();
    String size = DecimalSize.of(Math.abs(bytes)).toString();
    return bytes == 0
        ? texts.text("compare.same-size")
        : texts.text(bytes < 0 ? "compare.smaller" : "compare.larger", size);
  }

  private static Optional<Boolean> sameBase(Side first, Side second, CacheView view) {
    return view.state()
        .catalog()
        .parts(first.image().image())
        .flatMap(parts -> parts.base().image())
        .flatMap(
            before ->
                view.state()
                    .catalog()
                    .parts(second.image().image())
                    .flatMap(parts -> parts.base().image())
                    .map(after -> before.id().equals(after.id())));
  }

  private static List<Count> counts(Compared compared, UiTexts texts) {
    PackageDifference difference = compared.difference();
    return List.of(
        new Count(difference.added().size(), texts.text("compare.added.count")),
        new Count(difference.removed().size(), texts.text("compare.removed.count")),
        new Count(difference.changed().size(), texts.text("compare.changed.count")),
        new Count(compared.unchanged(), texts.text("compare.unchanged.count")));
  }

  private static List<CompareRow> rows(
      PackageDifference compared, List<OtherFiles> other, UiTexts texts) {
    List<Difference> removed =
        compared.removed().stream()
            .map(each -> new Difference(each.name(), Optional.of(each), Optional.empty()))
            .toList();
    List<Difference> changed =
        compared.changed().stream()
            .map(
                each ->
                    new Difference(
                        each.after().name(), Optional.of(each.before()), Optional.of(each.after())))
            .toList();
    List<Difference> added =
        compared.added().stream()
            .map(each -> new Difference(each.name(), Optional.empty(), Optional.of(each)))
            .toList();
    long largest =
        Math.max(
            1,
            Stream.concat(
                    Stream.of(removed, changed, added)
                        .flatMap(List::stream)
                        .map(each -> each.bytes().orElse(0)),
                    other.stream().map(each -> each.second() - each.first()))
                .mapToLong(Math::abs)
                .max()
                .orElse(1));
    List<CompareRow> rows = new ArrayList<>();
    add(rows, removed, texts.text("compare.removed"), "minus", largest, texts);
    add(rows, changed, texts.text("compare.changed"), "compare", largest, texts);
    add(rows, added, texts.text("compare.added"), "plus", largest, texts);
    if (!other.isEmpty()) {
      long sum = other.stream().mapToLong(each -> each.second() - each.first()).sum();
      rows.add(CompareRow.section(texts.text("compare.other"), 0, OptionalLong.of(sum)));
      other.forEach(each -> rows.add(row(each, largest, texts)));
    }
    return rows;
  }

  private static CompareRow row(OtherFiles files, long largest, UiTexts texts) {
    long bytes = files.second() - files.first();
    return new CompareRow(
        false,
        "",
        texts.text(files.cache() ? "contents.waste.cache" : "compare.rest"),
        0,
        DecimalSize.of(files.first()).toString(),
        DecimalSize.of(files.second()).toString(),
        OptionalLong.of(bytes),
        (double) bytes / largest);
  }

  private static void add(
      List<CompareRow> rows,
      List<Difference> differences,
      String title,
      String icon,
      long largest,
      UiTexts texts) {
    if (differences.isEmpty()) {
      return;
    }
    boolean known = differences.stream().allMatch(each -> each.bytes().isPresent());
    long sum = differences.stream().mapToLong(each -> each.bytes().orElse(0)).sum();
    rows.add(
        CompareRow.section(
            title, differences.size(), known ? OptionalLong.of(sum) : OptionalLong.empty()));
    List<Difference> largestFirst =
        differences.stream()
            .sorted(Comparator.comparingLong(each -> -Math.abs(each.bytes().orElse(0))))
            .toList();
    for (Difference each : largestFirst) {
      rows.add(
          new CompareRow(
              false,
              icon,
              PlainText.line(each.name()),
              0,
              version(each.first(), texts),
              version(each.second(), texts),
              each.bytes(),
              (double) each.bytes().orElse(0) / largest));
    }
  }

  private static String version(Optional<InstalledPackage> one, UiTexts texts) {
    return one.map(InstalledPackage::version)
        .filter(version -> !version.isEmpty())
        .map(PlainText::line)
        .orElseGet(() -> texts.text("none"));
  }

  /** Everything as plain text, for the clipboard. */
  String asText(UiTexts texts) {
    StringBuilder text = new StringBuilder();
    text.append("A ").append(first.image().reference()).append("  ").append(first.size());
    second.ifPresent(
        other ->
            text.append("\nB ")
                .append(other.image().reference())
                .append("  ")
                .append(other.size()));
    text.append('\n').append(verdict).append('\n');
    for (CompareRow row : rows) {
      text.append(row.section() ? "\n" : "  ").append(row.name());
      if (!row.section()) {
        text.append("  ").append(row.first()).append(" → ").append(row.second());
      }
      text.append("  ").append(row.difference(texts)).append('\n');
    }
    return text.toString();
  }
}
