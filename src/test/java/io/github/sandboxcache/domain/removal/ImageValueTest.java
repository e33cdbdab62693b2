package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.catalog.Images.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUse.Weighted;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An image is worth the seconds of installing that it will probably save. */
class ImageValueTest {
  private static final CacheReference A = new CacheReference(Language.GO, "aaaaaaaaaaaa");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** As many as one lookup a day comes to in the long run. */
  private static final Weighted DAILY = new Weighted(14 / Math.log(2), 0);

  private static final EngineImage UNDATED = undated(image("1", A.toString()));

  /** What that image is worth, last used so many days ago. */
  private static double seconds(
      EngineImage image, Weighted lookups, int daysAgo, Optional<Duration> time) {
    RecentUse use =
        new RecentUse(0, lookups, Optional.of(NOON.minus(Duration.ofDays(daysAgo))), time);
    return worth(image, Map.of(A, use));
  }

  private static double worth(EngineImage image, Map<CacheReference, RecentUse> images) {
    RecentUses uses =
        new RecentUses(NOON, Optional.of(NOON.minus(Duration.ofDays(100))), images, Map.of());
    return ImageValue.of(catalog(image).cached().getFirst(), uses).seconds(MINUTE);
  }

  private static RecentUses installs(Duration... times) {
    Map<Language, Duration> byLanguage = new HashMap<>();
    for (Duration time : times) {
      byLanguage.put(new Language("l" + byLanguage.size()), time);
    }
    return new RecentUses(NOON, Optional.empty(), Map.of(), byLanguage);
  }

  @Test
  void eachHitThatIsExpectedIn30DaysSavesOneInstall() {
    Optional<Duration> twentySeconds = Optional.of(Duration.ofSeconds(20));

    assertThat(seconds(UNDATED, DAILY, 0, twentySeconds)).isCloseTo(30 * 20, within(1e-6));
    assertThat(seconds(UNDATED, DAILY.plus(DAILY), 0, Optional.of(Duration.ofMillis(500))))
        .isCloseTo(30 * 2 * 0.5, within(1e-6));
    assertThat(worth(UNDATED, Map.of())).isZero();
  }

  @Test
  void whereItsInstallTimeIsNotKnownAnotherServes() {
    assertThat(seconds(UNDATED, DAILY, 0, Optional.empty())).isCloseTo(30 * 60, within(1e-6));
  }

  @Test
  void whatHasNotBeenUsedForLongIsNotExpectedSoon() {
    assertThat(seconds(UNDATED, DAILY, 10, Optional.empty())).isCloseTo(3 * 60, within(1.0));
    assertThat(seconds(image("1", A.toString()), DAILY, 10, Optional.empty()))
        .as("but made just now")
        .isCloseTo(30 * 60, within(1e-6));
  }

  @Test
  void thatItWasMadeIsALookupWhereNoneIsRecorded() {
    EngineImage made = image("1", A.toString());
    EngineImage madeAFortnightAgo = at(-Duration.ofDays(14).toSeconds(), made);

    assertThat(worth(made, Map.of())).isCloseTo(30 * 60 * Math.log(2), within(1e-6));
    assertThat(worth(madeAFortnightAgo, Map.of()))
        .isCloseTo(30 * 60 * Math.log(2) / 14 / 2, within(1e-6));
  }

  @Test
  void whatAnInstallTypicallyTakesIsTheMedianOfTheLanguages() {
    assertThat(
            ImageValue.typicalInstall(
                installs(Duration.ofHours(9), Duration.ofSeconds(5), Duration.ofSeconds(2))))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(ImageValue.typicalInstall(installs())).isEqualTo(MINUTE);
  }
}
