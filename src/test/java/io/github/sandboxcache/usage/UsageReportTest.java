package io.github.sandboxcache.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.usage.UsageReport.PackageHits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the numbers of single images sum up. */
class UsageReportTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private static CacheReference reference(Language language, int number) {
    return new CacheReference(language, "%012x".formatted(number));
  }

  private static ImageUsage image(Language language, int number, HitCount count, String... names) {
    return new ImageUsage(
        reference(language, number),
        count,
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of(names)));
  }

  private static ImageUsage installedIn(Duration time, ImageUsage image) {
    return new ImageUsage(
        image.reference(), image.count(), image.lastUsed(), Optional.of(time), image.packages());
  }

  private static ImageUsage usedAt(Instant time, ImageUsage image) {
    return new ImageUsage(
        image.reference(), image.count(), Optional.of(time), image.installTime(), image.packages());
  }

  private static HitCount hits(long hits) {
    return new HitCount(hits, 0);
  }

  /** A package's name is what stands before its version. */
  private static UsageReport report(Map<Language, Duration> installTimes, ImageUsage... images) {
    return UsageReport.of(
        TimeRange.ALL, List.of(images), installTimes, (_, given) -> given.replaceAll("==.*", ""));
  }

  private static UsageReport report(ImageUsage... images) {
    return report(Map.of(), images);
  }

  @Test
  void lookupsOfALanguageAreThoseOfItsImages() {
    UsageReport report =
        report(
            image(Language.GO, 1, new HitCount(3, 1)),
            image(Language.GO, 2, new HitCount(0, 2)),
            image(Language.RUST, 1, new HitCount(5, 0)),
            image(Language.RUBY, 1, HitCount.NONE));

    assertThat(report.byLanguage())
        .isEqualTo(Map.of(Language.GO, new HitCount(3, 3), Language.RUST, new HitCount(5, 0)));
    assertThat(report.of(Language.GO)).isEqualTo(new HitCount(3, 3));
    assertThat(report.of(Language.RUBY)).isEqualTo(HitCount.NONE);
    assertThat(report.total()).isEqualTo(new HitCount(8, 3));
  }

  @Test
  void everyImageIsKnownThatAFactIsAbout() {
    ImageUsage unused = image(Language.GO, 1, HitCount.NONE, "a");
    UsageReport report = report(unused);

    assertThat(report.of(unused.reference())).isEqualTo(unused);
    assertThat(report.of(reference(Language.GO, 2)))
        .isEqualTo(ImageUsage.unknown(reference(Language.GO, 2)))
        .returns(HitCount.NONE, ImageUsage::count);
  }

  @Test
  void aPackageCountsOnceForEachHitOfItsImageWhateverItsVersions() {
    UsageReport report =
        report(
            image(Language.PYTHON, 1, new HitCount(2, 9), "numpy==1", "numpy==2", "scipy"),
            image(Language.PYTHON, 2, hits(3), "numpy"),
            image(Language.RUBY, 1, hits(1), "numpy"),
            image(Language.PYTHON, 3, new HitCount(0, 7), "pandas"));

    assertThat(report.topPackages())
        .containsExactly(
            new PackageHits(Language.PYTHON, "numpy", 5),
            new PackageHits(Language.PYTHON, "scipy", 2),
            new PackageHits(Language.RUBY, "numpy", 1));
  }

  @Test
  void packagesWithAsManyHitsStandByNameAndThenByLanguage() {
    UsageReport report =
        report(
            image(Language.RUBY, 1, hits(1), "b", "a"),
            image(Language.PYTHON, 1, hits(1), "c", "b"));

    assertThat(report.topPackages())
        .containsExactly(
            new PackageHits(Language.RUBY, "a", 1),
            new PackageHits(Language.PYTHON, "b", 1),
            new PackageHits(Language.RUBY, "b", 1),
            new PackageHits(Language.PYTHON, "c", 1));
  }

  @Test
  void onlyTheTwentyMostHitPackagesAreNamed() {
    ImageUsage[] images =
        IntStream.rangeClosed(1, 25)
            .mapToObj(i -> image(Language.GO, i, hits(i), "package" + i))
            .toArray(ImageUsage[]::new);

    assertThat(report(images).topPackages())
        .hasSize(20)
        .first()
        .isEqualTo(new PackageHits(Language.GO, "package25", 25));
    assertThat(report(images).topPackages().getLast().hits()).isEqualTo(6);
  }

  @Test
  void eachHitSavesAnInstallOfItsImageElseOfItsLanguage() {
    UsageReport report =
        report(
            Map.of(Language.GO, Duration.ofSeconds(100), Language.RUST, Duration.ofSeconds(7)),
            installedIn(Duration.ofSeconds(10), image(Language.GO, 1, new HitCount(3, 5))),
            image(Language.RUST, 1, hits(2)),
            image(Language.RUBY, 1, hits(4)));

    assertThat(report.saved()).contains(Duration.ofSeconds(3 * 10 + 2 * 7));
  }

  @Test
  void whatHitsSavedIsNotKnownWhereNoInstallTimeOfTheirsIs() {
    ImageUsage missedOnly =
        installedIn(Duration.ofSeconds(10), image(Language.RUBY, 1, new HitCount(0, 5)));

    assertThat(report(missedOnly, image(Language.GO, 1, hits(1))).saved()).isEmpty();
    assertThat(report(missedOnly).saved()).contains(Duration.ZERO);
    assertThat(report().saved()).contains(Duration.ZERO);
  }

  @Test
  void aLanguageWasLastUsedWhenAnyImageOfItWas() {
    UsageReport report =
        report(
            usedAt(NOON, image(Language.GO, 1, HitCount.NONE)),
            usedAt(NOON.plusSeconds(5), image(Language.GO, 2, HitCount.NONE)),
            image(Language.GO, 3, HitCount.NONE),
            usedAt(NOON.plusSeconds(9), image(Language.RUST, 1, HitCount.NONE)));

    assertThat(report.lastUsed(Language.GO)).contains(NOON.plusSeconds(5));
    assertThat(report.lastUsed(Language.RUBY)).isEmpty();
  }

  @Test
  void theMostHitImagesComeFirstAndOfEqualOnesTheFirstReference() {
    UsageReport report =
        report(
            image(Language.RUST, 1, hits(2)),
            image(Language.GO, 1, hits(2)),
            image(Language.RUBY, 1, hits(3)),
            image(Language.BASH, 1, new HitCount(0, 9)));

    assertThat(report.topImages(3))
        .extracting(image -> image.reference().language().name())
        .containsExactly("ruby", "go", "rust");
    assertThat(report.topImages(9)).hasSize(3);
    assertThat(report.topImages(1)).hasSize(1);
  }

  @Test
  void anImagesPackagesDoNotChangeLater() {
    List<String> packages = new ArrayList<>(List.of("a"));
    ImageUsage image =
        new ImageUsage(
            reference(Language.GO, 1),
            HitCount.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.of(packages));
    packages.add("b");

    assertThat(image.packages()).contains(List.of("a"));
  }
}
