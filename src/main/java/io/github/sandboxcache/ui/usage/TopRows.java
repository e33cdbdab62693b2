package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.PackageUse;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in most hits.
 *
 * @param sentence what the rows are good for together; empty without rows
 * @param rows that with most hits first
 */
record TopRows(String sentence, List<Row> rows) {
  private static final int MAX_NAMES = 20;

  TopRows {
    rows = List.copyOf(rows);
  }

  /** What a row is about. */
  sealed interface Subject {
    /** A package, by its name without version. */
    record OfPackage(Language language, String name) implements Subject {}

    /** An image. */
    record OfImage(CacheReference reference) implements Subject {}
  }

  /**
   * One row.
   *
   * @param look the style class that brings its language's colours
   * @param name the package's name, or those of the image's packages, or its key
   * @param share its hits relative to those of the first row, 0 to 1
   * @param hits its hits
   * @param tip more about it, line by line
   * @param said all of it for who cannot see it
   */
  record Row(
      Subject subject,
      String look,
      String name,
      double share,
      String hits,
      String tip,
      String said) {}

  /**
   * The packages.
   *
   * @param report of the images that count
   * @param allHits the hits of all images, of which the sentence tells a share
   */
  static TopRows packages(UsageReport report, long allHits, int count, UiTexts texts) {
    List<PackageUse> top =
        report.packages().stream().filter(each -> each.hits() > 0).limit(count).toList();
    long most = top.stream().mapToLong(PackageUse::hits).max().orElse(1);
    Set<CacheReference> images =
        top.stream().flatMap(each -> each.images().stream()).collect(Collectors.toSet());
    List<Row> rows =
        top.stream()
            .map(
                each -> {
                  String tip =
                      texts.text(
                          "usage.top.tip",
                          PlainText.line(each.name()),
                          LanguageLook.displayName(each.language()),
                          each.hits());
                  return new Row(
                      new Subject.OfPackage(each.language(), each.name()),
                      LanguageLook.styleClass(each.language()),
                      PlainText.line(each.name()),
                      (double) each.hits() / most,
                      texts.text("number", each.hits()),
                      tip,
                      tip.replace("\n", ", "));
                })
            .toList();
    return new TopRows(
        rows.isEmpty()
            ? ""
            : texts.text("usage.top.share", rows.size(), percent(images, report, allHits)),
        rows);
  }

  /** The same for the images themselves. */
  static TopRows images(
      UsageReport report, long allHits, Catalog catalog, int count, UiTexts texts) {
    List<ImageUsage> top = report.topImages(count);
    long most = top.stream().mapToLong(image -> image.count().hits()).max().orElse(1);
    List<Row> rows =
        top.stream()
            .map(
                image ->
                    new Row(
                        new Subject.OfImage(image.reference()),
                        LanguageLook.styleClass(image.reference().language()),
                        name(image),
                        (double) image.count().hits() / most,
                        texts.text("number", image.count().hits()),
                        tip(image, texts),
                        tip(image, texts).replace("\n", ", ")))
            .toList();
    if (rows.isEmpty()) {
      return new TopRows("", rows);
    }
    Set<CacheReference> images =
        top.stream().map(ImageUsage::reference).collect(Collectors.toSet());
    String size = ByteText.brief(size(images, catalog));
    String share = percent(images, report, allHits);
    return new TopRows(
        size.isEmpty()
            ? texts.text("usage.top.share", rows.size(), share)
            : texts.text("usage.top.share.size", rows.size(), share, size),
        rows);
  }

  /** How much of all hits was served by those images. */
  private static String percent(
      Collection<CacheReference> images, UsageReport report, long allHits) {
    long hits = images.stream().mapToLong(reference -> report.of(reference).count().hits()).sum();
    return Percent.of(new HitCount(hits, allHits - hits).ratePercent());
  }

  /** What those of them that are there take beside their bases, each layer once. */
  private static Optional<ByteCount> size(Set<CacheReference> images, Catalog catalog) {
    List<CachedImage> there =
        catalog.cached().stream().filter(image -> images.contains(image.reference())).toList();
    return there.isEmpty() ? Optional.empty() : catalog.onDisk(there).map(DiskShare::packages);
  }

  private static String name(ImageUsage image) {
    return image
        .packages()
        .filter(names -> !names.isEmpty())
        .map(
            names ->
                names.stream()
                    .limit(MAX_NAMES)
                    .map(each -> PackageLabel.of(each).name())
                    .collect(Collectors.joining(", ")))
        .orElseGet(() -> image.reference().tag());
  }

  private static String tip(ImageUsage image, UiTexts texts) {
    HitCount count = image.count();
    String numbers = texts.text("usage.summary", count.hits(), count.misses());
    String packages =
        image
            .packages()
            .filter(names -> !names.isEmpty())
            .map(
                names ->
                    "\n"
                        + names.stream()
                            .limit(MAX_NAMES)
                            .map(PlainText::line)
                            .collect(Collectors.joining(", "))
                        + (names.size() > MAX_NAMES ? ", …" : ""))
            .orElse("");
    return String.join("\n", name(image), image.reference().toString(), numbers) + packages;
  }
}
