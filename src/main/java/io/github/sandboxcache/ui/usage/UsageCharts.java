package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.model.CacheSize;
import io.github.sandboxcache.ui.model.CacheView;
import io.github.sandboxcache.ui.theme.LanguageLook;
import io.github.sandboxcache.ui.theme.SegmentBar.Segment;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.UsageReport;
import io.github.sandboxcache.usage.UsageReport.PackageHits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The charts of the usage strip.
 *
 * @param hitRates hit rate of each language with lookups, highest first
 * @param sizes size of each language with images, largest first
 * @param packages the packages in most hits
 * @param summary hits and misses of all; empty without lookups
 */
public record UsageCharts(
    List<BarRow> hitRates, List<BarRow> sizes, List<BarRow> packages, String summary) {
  /** As many rows as a panel has room for. */
  static final int MOST_ROWS = 6;

  /** Copies the lists, so that the record never changes. */
  public UsageCharts {
    hitRates = List.copyOf(hitRates);
    sizes = List.copyOf(sizes);
    packages = List.copyOf(packages);
  }

  /** Draws up the charts of a cache. */
  public static UsageCharts of(CacheView view, UiTexts texts) {
    UsageReport report = view.usage().report();
    HitCount hits = report.total();
    return new UsageCharts(
        hitRates(report.byLanguage(), texts),
        sizes(view.state().catalog().byLanguage(), texts),
        packages(report.topPackages()),
        hits.lookups() == 0 ? "" : texts.text("usage.summary", hits.hits(), hits.misses()));
  }

  private static List<BarRow> hitRates(Map<Language, HitCount> languages, UiTexts texts) {
    return languages.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Language, HitCount> e) -> e.getValue().ratePercent().orElse(0))
                .reversed())
        .limit(MOST_ROWS)
        .map(
            e ->
                new BarRow(
                    LanguageLook.styleClass(e.getKey()),
                    LanguageLook.displayName(e.getKey()),
                    List.of(Segment.plain(e.getValue().ratePercent().orElse(0) / 100, "own")),
                    Percent.of(e.getValue().ratePercent()),
                    texts.text("usage.summary", e.getValue().hits(), e.getValue().misses())))
        .toList();
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
                        DecimalSize.exact(row.bytes()))))
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
                    LanguageLook.displayName(row.language())))
        .toList();
  }
}
