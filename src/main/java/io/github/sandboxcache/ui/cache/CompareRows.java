package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Words what differs between two images, in sections, the largest differences first. */
final class CompareRows {
  private final UiTexts texts;

  CompareRows(UiTexts texts) {
    this.texts = texts;
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

  /**
   * The rows of what differs.
   *
   * @param first what was read of the first image in this session
   * @param second the same of the second
   */
  List<CompareRow> of(
      PackageDifference compared, Optional<ImageContents> first, Optional<ImageContents> second) {
    List<OtherFiles> other =
        first.flatMap(before -> second.map(after -> otherFiles(before, after))).orElse(List.of());
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
    add(rows, removed, texts.text("compare.removed"), "minus", largest);
    add(rows, changed, texts.text("compare.changed"), "compare", largest);
    add(rows, added, texts.text("compare.added"), "plus", largest);
    if (!other.isEmpty()) {
      long sum = other.stream().mapToLong(each -> each.second() - each.first()).sum();
      rows.add(CompareRow.section(texts.text("compare.other"), 0, OptionalLong.of(sum)));
      other.forEach(each -> rows.add(row(each, largest)));
    }
    return rows;
  }

  private CompareRow row(OtherFiles files, long largest) {
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

  private void add(
      List<CompareRow> rows,
      List<Difference> differences,
      String title,
      String icon,
      long largest) {
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
              version(each.first()),
              version(each.second()),
              each.bytes(),
              (double) each.bytes().orElse(0) / largest));
    }
  }

  private String version(Optional<InstalledPackage> one) {
    return one.map(InstalledPackage::version)
        .filter(version -> !version.isEmpty())
        .map(PlainText::line)
        .orElseGet(() -> texts.text("none"));
  }

  private static List<OtherFiles> otherFiles(ImageContents first, ImageContents second) {
    return List.of(
        new OtherFiles(true, first.cacheBytes(), second.cacheBytes()),
        new OtherFiles(false, first.otherBytes(), second.otherBytes()));
  }
}
