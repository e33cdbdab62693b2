package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;

/**
 * What all images take and those of each language, in words. A layer that several languages have
 * counts with each, and once with all.
 *
 * @param all all languages together
 * @param languages each language, in the order of {@link LanguageUse#of}
 */
record SizeRows(Row all, List<Row> languages) {
  SizeRows {
    languages = List.copyOf(languages);
  }

  /**
   * One row.
   *
   * @param language which language it is about; empty for all together
   * @param look the style class that brings its colours
   * @param bar the layers that hold packages, and those of bases
   * @param value both together
   * @param tip every byte, line by line
   * @param said all of it for who cannot see it
   */
  record Row(
      Optional<Language> language,
      String look,
      List<Segment> bar,
      String value,
      String tip,
      String said) {
    Row {
      bar = List.copyOf(bar);
    }
  }

  static SizeRows of(Optional<DiskShare> all, List<LanguageUse> uses, UiTexts texts) {
    long largest =
        Math.max(
            1,
            uses.stream()
                .flatMap(use -> use.size().stream())
                .mapToLong(size -> size.total().bytes())
                .max()
                .orElse(1));
    return new SizeRows(
        row(Optional.empty(), all, all.map(size -> size.total().bytes()).orElse(1L), texts),
        uses.stream()
            .map(use -> row(Optional.of(use.language()), use.size(), largest, texts))
            .toList());
  }

  private static Row row(
      Optional<Language> language, Optional<DiskShare> size, long whole, UiTexts texts) {
    String name = language.map(LanguageLook::displayName).orElseGet(() -> texts.text("usage.all"));
    Optional<ByteCount> total = size.map(DiskShare::total);
    String parts =
        texts.text(
            "usage.size.tip",
            name,
            ByteText.exact(total),
            ByteText.exact(size.map(DiskShare::packages)),
            ByteText.exact(size.map(DiskShare::base)));
    return new Row(
        language,
        language.map(LanguageLook::styleClass).orElse("all"),
        size.map(share -> bar(share, Math.max(1, whole), language.isEmpty())).orElse(List.of()),
        ByteText.cell(total),
        parts,
        parts.replace("\n", ", "));
  }

  private static List<Segment> bar(DiskShare share, long whole, boolean all) {
    return List.of(
        Segment.plain(fraction(share.packages(), whole), all ? "accent" : "own"),
        Segment.plain(fraction(share.base(), whole), all ? "accent-soft" : "base"));
  }

  private static double fraction(ByteCount part, long whole) {
    return part.known() ? (double) part.bytes() / whole : 0;
  }
}
