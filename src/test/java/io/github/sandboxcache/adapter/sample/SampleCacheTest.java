package io.github.sandboxcache.adapter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import java.time.Instant;
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
}
