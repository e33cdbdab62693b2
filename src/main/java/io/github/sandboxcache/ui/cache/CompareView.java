package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.UsageText;
import java.util.List;
import java.util.Optional;

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
            .map(
                known ->
                    new CompareRows(texts)
                        .of(known.difference(), first.read(), second.flatMap(Side::read)))
            .orElse(List.of()));
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
