package io.github.sandboxcache.adapter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The made-up cache obeys the rules of a real one. */
class SampleCacheTest {
  @Test
  void everySampleImageHasTheKeyOfItsPackages() {
    SampleCache cache = SampleCache.believable(Instant.EPOCH);
    Catalog catalog =
        Catalog.of(new EngineSnapshot(cache.images(), cache.containers(), ReferenceNaming.DOCKER));
    assertThat(catalog.cached())
        .hasSize(42)
        .allSatisfy(
            image ->
                assertThat(image.reference().tag())
                    .isEqualTo(
                        CacheKey.of(image.language(), image.packages().orElseThrow()).tag()));
  }

  @Test
  void aCacheOfAnySizeHasThatManyDifferentImages() {
    SampleCache cache = SampleCache.ofSize(10_000, Instant.now());
    assertThat(cache.images())
        .extracting(image -> image.references().getFirst())
        .doesNotHaveDuplicates()
        .hasSize(10_000);
  }

  /** Else the usual rule would have nothing to show on it. */
  @Test
  void someOfItsImagesAreForgotten() {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    SampleCache cache = SampleCache.believable(now);
    RecentUses uses = Ledgers.sample(now).recentUses(now);

    RemovalPlan plan =
        RemovalPlan.of(
            Catalog.of(
                new EngineSnapshot(cache.images(), cache.containers(), ReferenceNaming.DOCKER)),
            Settings.DEFAULT.pruneRule(Optional.of(uses)),
            Pins.Known.NONE,
            Optional.of(uses));

    assertThat(plan.policy()).isEqualTo(new UnusedFor(Duration.ofDays(14)));
    assertThat(plan.removals()).hasSize(8);
    assertThat(plan.cost().orElseThrow().hits()).isBetween(1L, uses.hits() / 20);
  }
}
