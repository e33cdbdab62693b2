package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.UsageReport.PackageHits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards what a report makes of what is known of single images. */
class UsageReportTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Optional<Duration> UNKNOWN = Optional.empty();

  /** Versions and extras are no part of a name. */
  private static final PackageNaming NAMING = (_, given) -> given.replaceFirst("[=\\[].*", "");

  private static CacheReference reference(Language language, int number) {
    return new CacheReference(language, "%012x".formatted(number));
  }

  private static ImageUsage image(
      int number, long hits, Optional<Duration> installTime, String... packages) {
    return image(Language.PYTHON, number, hits, installTime, packages);
  }

  private static ImageUsage image(
      Language language,
      int number,
      long hits,
      Optional<Duration> installTime,
      String... packages) {
    return new ImageUsage(
        reference(language, number),
        new HitCount(hits, 1),
        Optional.of(NOON.plusSeconds(number)),
        installTime,
        Optional.of(List.of(packages)));
  }

  private static Optional<Duration> seconds(long seconds) {
    return Optional.of(Duration.ofSeconds(seconds));
  }

  private static UsageReport report(Map<Language, Duration> times, ImageUsage... images) {
    return UsageReport.of(TimeRange.ALL, List.of(images), times, NAMING);
  }

  @Test
  void aPackageIsOnceInAHitHoweverOftenItWasGiven() {
    UsageReport report =
        report(Map.of(), image(1, 3, UNKNOWN, "numpy", "numpy==2", "numpy[x]", "six"));
    assertThat(report.topPackages())
        .extracting(PackageHits::name, PackageHits::hits)
        .containsExactly(tuple("numpy", 3L), tuple("six", 3L));
  }

  @Test
  void versionsCountTogetherLanguagesApart() {
    UsageReport report =
        report(
            Map.of(),
            image(1, 3, UNKNOWN, "x==1"),
            image(2, 4, UNKNOWN, "x==2"),
            image(Language.GO, 3, 5, UNKNOWN, "x"));
    assertThat(report.topPackages())
        .containsExactly(
            new PackageHits(Language.PYTHON, "x", 7), new PackageHits(Language.GO, "x", 5));
  }

  @Test
  void packagesWithoutHitsAreNotNamedAndTiesAreByNameThenLanguage() {
    UsageReport report =
        report(
            Map.of(),
            image(Language.GO, 1, 2, UNKNOWN, "b", "a"),
            image(2, 2, UNKNOWN, "b"),
            image(3, 0, UNKNOWN, "c"),
            ImageUsage.unknown(reference(Language.GO, 4)));
    assertThat(report.topPackages())
        .containsExactly(
            new PackageHits(Language.GO, "a", 2),
            new PackageHits(Language.PYTHON, "b", 2),
            new PackageHits(Language.GO, "b", 2));
  }

  @Test
  void twentyPackagesAreNamed() {
    List<ImageUsage> images = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      images.add(image(i, i + 1L, UNKNOWN, "p" + i));
    }
    assertThat(UsageReport.of(TimeRange.ALL, images, Map.of(), NAMING).topPackages())
        .hasSize(20)
        .extracting(PackageHits::hits)
        .startsWith(21L, 20L)
        .endsWith(2L);
  }

  @Test
  void eachHitSavesTheInstallOfItsImageElseOfItsLanguage() {
    UsageReport report =
        report(
            Map.of(Language.PYTHON, Duration.ofSeconds(100), Language.GO, Duration.ofSeconds(7)),
            image(1, 3, seconds(10)),
            image(2, 2, UNKNOWN),
            image(3, 0, seconds(1_000)),
            image(Language.GO, 4, 1, UNKNOWN),
            image(Language.RUST, 5, 9, UNKNOWN));
    assertThat(report.saved()).isEqualTo(seconds(3 * 10 + 2 * 100 + 7));
  }

  @Test
  void withHitsAndNoKnownInstallTheSavingIsNotKnownAndWithoutHitsItIsNone() {
    assertThat(report(Map.of(Language.GO, Duration.ofSeconds(1)), image(1, 1, UNKNOWN)).saved())
        .isEmpty();
    assertThat(report(Map.of(), image(1, 0, UNKNOWN)).saved()).contains(Duration.ZERO);
    assertThat(report(Map.of(), image(1, 0, seconds(5)), image(2, 1, UNKNOWN)).saved()).isEmpty();
    assertThat(UsageReport.EMPTY.saved()).contains(Duration.ZERO);
  }

  @Test
  void eachMissCostsTheInstallOfItsImageElseOfItsLanguage() {
    UsageReport report =
        report(
            Map.of(Language.PYTHON, Duration.ofSeconds(100)),
            image(1, 3, seconds(10)),
            image(2, 0, UNKNOWN),
            image(Language.RUST, 3, 9, UNKNOWN),
            ImageUsage.unknown(reference(Language.GO, 4)));

    assertThat(report.waited()).isEqualTo(Map.of(Language.PYTHON, Duration.ofSeconds(110)));
  }

  @Test
  void ofSomeImagesOnlyTheirLookupsAndPackagesCount() {
    ImageUsage both = image(1, 3, UNKNOWN, "a", "b");
    UsageReport report = report(Map.of(), both, image(Language.GO, 2, 5, UNKNOWN, "a"));

    UsageReport some = report.only(both.reference()::equals);

    assertThat(some.total()).isEqualTo(new HitCount(3, 1));
    assertThat(some.topPackages())
        .containsExactly(
            new PackageHits(Language.PYTHON, "a", 3), new PackageHits(Language.PYTHON, "b", 3));
    assertThat(report.only(_ -> true)).isEqualTo(report);
  }

  @Test
  void languagesAddUpAndThoseWithoutLookupsAreAbsent() {
    UsageReport report =
        report(
            Map.of(),
            image(1, 3, UNKNOWN),
            image(2, 4, UNKNOWN),
            image(Language.GO, 3, 5, UNKNOWN),
            ImageUsage.unknown(reference(Language.RUST, 4)));
    assertThat(report.byLanguage())
        .isEqualTo(Map.of(Language.PYTHON, new HitCount(7, 2), Language.GO, new HitCount(5, 1)));
    assertThat(report.of(Language.RUST)).isEqualTo(HitCount.NONE);
    assertThat(report.total()).isEqualTo(new HitCount(12, 3));
    assertThat(report.images()).hasSize(4);
  }

  @Test
  void aLanguageWasLastUsedWhenTheNewestOfItsImagesWas() {
    UsageReport report =
        report(
            Map.of(),
            image(2, 1, UNKNOWN),
            image(1, 1, UNKNOWN),
            image(Language.GO, 9, 1, UNKNOWN),
            ImageUsage.unknown(reference(Language.RUST, 4)));
    assertThat(report.lastUsed(Language.PYTHON)).contains(NOON.plusSeconds(2));
    assertThat(report.lastUsed(Language.RUST)).isEmpty();
  }

  @Test
  void topImagesHaveHitsMostFirstTiesByReference() {
    UsageReport report =
        report(
            Map.of(),
            image(3, 2, UNKNOWN),
            image(1, 2, UNKNOWN),
            image(2, 5, UNKNOWN),
            image(4, 0, UNKNOWN));
    assertThat(report.topImages(9))
        .extracting(i -> i.reference().tag())
        .containsExactly("000000000002", "000000000001", "000000000003");
    assertThat(report.topImages(1)).hasSize(1);
  }

  @Test
  void ofAnImageWithoutFactsNothingIsKnown() {
    CacheReference other = reference(Language.GO, 77);
    assertThat(UsageReport.EMPTY.of(other))
        .isEqualTo(
            new ImageUsage(
                other, new HitCount(0, 0), Optional.empty(), Optional.empty(), Optional.empty()));
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
