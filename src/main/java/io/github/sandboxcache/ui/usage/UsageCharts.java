package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.domain.usage.UsageReport.PackageHits;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.BarPanel.BarRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The charts of the usage strip.
 *
 * @param rates hit rates over time
 * @param sizes size of each language with images, largest first
 * @param packages the packages in most hits
 * @param images the images with most hits
 * @param missed what sandboxes missed
 * @param summary hits and misses of all; empty without lookups
 */
record UsageCharts(
    RateLines rates,
    List<BarRow> sizes,
    List<BarRow> packages,
    List<BarRow> images,
    MissedSets missed,
    String summary) {
  /** As many rows as a panel has room for when they stand a little closer. */
  static final int MAX_ROWS = 7;

  /** As many of the top as it has room for at the usual distance. */
  static final int MAX_TOP = 6;

  /** As many of the missed sets, beneath their button. */
  static final int MAX_MISSED = 5;

  private static final int MAX_NAMES = 20;

  private static final double ROW_HEIGHT = 20;

  /** Copies the lists, so that the record never changes. */
  UsageCharts {
    sizes = List.copyOf(sizes);
    packages = List.copyOf(packages);
    images = List.copyOf(images);
  }

  /**
   * How many rows of a bar chart stand in a height.
   *
   * @param pixels the height; none stand in a negative one
   */
  static int rowsIn(double pixels) {
    return (int) Math.max(0, pixels / ROW_HEIGHT);
  }

  /**
   * Draws up the charts of a cache.
   *
   * @param installing what tasks install already
   * @param moreRows for how many rows there is room beyond the usual ones
   */
  static UsageCharts of(
      CacheView view, Set<CacheReference> installing, int moreRows, UiTexts texts) {
    UsageReport report = view.usage().report();
    return new UsageCharts(
        RateLines.of(view.usage(), texts),
        sizes(view.languageSizes(), MAX_ROWS + moreRows, texts),
        packages(report.topPackages(), MAX_TOP + moreRows, texts),
        images(report.topImages(MAX_TOP + moreRows), texts),
        MissedSets.of(Prewarm.of(view.usage().missed()), installing, MAX_MISSED + moreRows, texts),
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
            texts.text("usage.range." + UsageText.key(view.usage().range())));
  }

  private static List<BarRow> sizes(Map<Language, CacheSize> groups, int most, UiTexts texts) {
    List<SizeOf> sizes =
        groups.entrySet().stream()
            .map(
                group ->
                    new SizeOf(
                        LanguageLook.styleClass(group.getKey()),
                        LanguageLook.displayName(group.getKey()),
                        group.getValue().own()))
            .sorted(Comparator.comparingLong(SizeOf::bytes).reversed())
            .toList();
    List<SizeOf> shown = new ArrayList<>(sizes);
    if (sizes.size() > most) {
      List<SizeOf> rest = sizes.subList(most - 1, sizes.size());
      shown = new ArrayList<>(sizes.subList(0, most - 1));
      shown.add(SizeOf.together(rest, texts.text("usage.others", rest.size())));
    }
    long largest = Math.max(1, shown.stream().mapToLong(SizeOf::bytes).max().orElse(1));
    return shown.stream().map(size -> size.row(largest, texts)).toList();
  }

  /** What the images of a language own. */
  private record SizeOf(String look, String name, Optional<ByteCount> own) {
    static SizeOf together(List<SizeOf> sizes, String name) {
      Optional<ByteCount> sum =
          sizes.stream().map(SizeOf::own).reduce(Optional.of(ByteCount.ZERO), SizeOf::plus);
      return new SizeOf(LanguageLook.UNKNOWN, name, sum);
    }

    /** A sum with what is not known is not known. */
    private static Optional<ByteCount> plus(Optional<ByteCount> a, Optional<ByteCount> b) {
      return a.flatMap(one -> b.map(one::plus));
    }

    long bytes() {
      return own.map(ByteCount::bytes).orElse(0L);
    }

    BarRow row(long largest, UiTexts texts) {
      return new BarRow(
          look,
          name,
          List.of(Segment.plain((double) bytes() / largest, "own")),
          ByteText.cell(own),
          name + "\n" + texts.text("images.own.tip", ByteText.exact(own)),
          "");
    }
  }

  private static List<BarRow> packages(List<PackageHits> top, int count, UiTexts texts) {
    long most = top.stream().mapToLong(PackageHits::hits).max().orElse(1);
    return top.stream()
        .limit(count)
        .map(
            row ->
                new BarRow(
                    LanguageLook.styleClass(row.language()),
                    PlainText.line(row.name()),
                    List.of(Segment.plain((double) row.hits() / most, "own")),
                    texts.text("number", row.hits()),
                    texts.text(
                        "usage.top.tip",
                        PlainText.line(row.name()),
                        LanguageLook.displayName(row.language()),
                        row.hits()),
                    ""))
        .toList();
  }

  private static List<BarRow> images(List<ImageUsage> top, UiTexts texts) {
    long most = top.stream().mapToLong(image -> image.count().hits()).max().orElse(1);
    return top.stream()
        .map(
            image ->
                new BarRow(
                    LanguageLook.styleClass(image.reference().language()),
                    image.reference().tag(),
                    List.of(Segment.plain((double) image.count().hits() / most, "own")),
                    texts.text("number", image.count().hits()),
                    imageTip(image, texts),
                    image.reference().toString()))
        .toList();
  }

  private static String imageTip(ImageUsage image, UiTexts texts) {
    HitCount count = image.count();
    String numbers = texts.text("usage.summary", count.hits(), count.misses());
    String packages =
        image
            .packages()
            .map(
                names ->
                    "\n"
                        + names.stream()
                            .limit(MAX_NAMES)
                            .map(PlainText::line)
                            .collect(Collectors.joining(", "))
                        + (names.size() > MAX_NAMES ? ", …" : ""))
            .orElse("");
    return image.reference() + "\n" + numbers + packages;
  }
}
