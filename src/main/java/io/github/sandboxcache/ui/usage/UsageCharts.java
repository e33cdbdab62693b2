package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.model.CacheSize;
import io.github.sandboxcache.ui.model.CacheView;
import io.github.sandboxcache.ui.theme.LanguageLook;
import io.github.sandboxcache.ui.theme.SegmentBar.Segment;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.ImageUsage;
import io.github.sandboxcache.usage.UsageReport;
import io.github.sandboxcache.usage.UsageReport.PackageHits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The charts of the usage strip.
 *
 * @param rates hit rates over time
 * @param sizes size of each language with images, largest first
 * @param packages the packages in most hits
 * @param images the images with most hits
 * @param summary hits and misses of all; empty without lookups
 */
public record UsageCharts(
    RateLines rates,
    List<BarRow> sizes,
    List<BarRow> packages,
    List<BarRow> images,
    String summary) {
  /** As many rows as a panel has room for. */
  static final int MOST_ROWS = 6;

  /** Copies the lists, so that the record never changes. */
  public UsageCharts {
    sizes = List.copyOf(sizes);
    packages = List.copyOf(packages);
    images = List.copyOf(images);
  }

  /** Draws up the charts of a cache. */
  public static UsageCharts of(CacheView view, UiTexts texts) {
    UsageReport report = view.usage().report();
    return new UsageCharts(
        RateLines.of(view.usage(), texts),
        sizes(view.state().catalog().byLanguage(), texts),
        packages(report.topPackages()),
        images(report.topImages(MOST_ROWS)),
        summary(view, texts));
  }

  private static String summary(CacheView view, UiTexts texts) {
    HitCount hits = view.usage().report().total();
    if (!view.usageReadable()) {
      return texts.text("usage.not-readable");
    }
    return hits.lookups() == 0
        ? ""
        : texts.text(
            "usage.summary.range",
            texts.text("usage.summary", hits.hits(), hits.misses()),
            texts.text("usage.range." + RangeWords.key(view.usage().range())));
  }

  private static List<BarRow> sizes(Map<Language, List<CachedImage>> groups, UiTexts texts) {
    record Sized(Language language, CacheSize size) {
      // What only the images' own layers take; layers they share would count many times over.
      long bytes() {
        return size.ownKnown() ? size.ownBytes() : size.totalBytes();
      }
    }
    List<Sized> sized = new ArrayList<>();
    groups.forEach((language, images) -> sized.add(new Sized(language, CacheSize.of(images))));
    long largest = Math.max(1, sized.stream().mapToLong(Sized::bytes).max().orElse(1));
    return sized.stream()
        .sorted(Comparator.comparingLong(Sized::bytes).reversed())
        .limit(MOST_ROWS)
        .map(
            row ->
                new BarRow(
                    LanguageLook.styleClass(row.language()),
                    LanguageLook.displayName(row.language()),
                    List.of(Segment.plain((double) row.bytes() / largest, "own")),
                    DecimalSize.of(row.bytes()).toString(),
                    texts.text(
                        row.size().ownKnown() ? "images.own.tip" : "images.size.tip",
                        DecimalSize.exact(row.bytes())),
                    ""))
        .toList();
  }

  private static List<BarRow> packages(List<PackageHits> top) {
    long most = top.stream().mapToLong(PackageHits::hits).max().orElse(1);
    return top.stream()
        .limit(MOST_ROWS)
        .map(
            row ->
                new BarRow(
                    LanguageLook.styleClass(row.language()),
                    PlainText.line(row.name()),
                    List.of(Segment.plain((double) row.hits() / most, "own")),
                    String.valueOf(row.hits()),
                    LanguageLook.displayName(row.language()),
                    ""))
        .toList();
  }

  private static List<BarRow> images(List<ImageUsage> top) {
    long most = top.stream().mapToLong(image -> image.count().hits()).max().orElse(1);
    return top.stream()
        .map(
            image ->
                new BarRow(
                    LanguageLook.styleClass(image.reference().language()),
                    image.reference().tag(),
                    List.of(Segment.plain((double) image.count().hits() / most, "own")),
                    String.valueOf(image.count().hits()),
                    image
                        .packages()
                        .map(names -> PlainText.line(String.join(", ", names)))
                        .orElse(image.reference().toString()),
                    image.reference().toString()))
        .toList();
  }
}
