package io.github.sandboxcache.text;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The verdict over an image says what is known, and of the rest that it is not. */
class VerdictTextTest {
  private static final CacheReference A = new CacheReference(Language.GO, "aaaaaaaaaaaa");

  private static RecentUses uses(Optional<Instant> since, long hits, Optional<Duration> install) {
    RecentUse use = new RecentUse(hits, RecentUse.Weighted.NONE, Optional.empty(), install);
    return new RecentUses(NOON, since, Map.of(A, use), Map.of());
  }

  private static String verdict(Catalog catalog, Optional<RecentUses> uses) {
    RemovalPlan plan = RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE, uses);
    return VerdictText.of(plan.removals().getFirst(), plan);
  }

  @Test
  void hitsBytesAndTheTimeToRebuildAreNamed() {
    Optional<Duration> install = Optional.of(Duration.ofSeconds(38));

    assertThat(
            verdict(
                catalog(image("1", A.toString())),
                Optional.of(uses(Optional.of(NOON), 1, install))))
        .isEqualTo("1 hit in 30 days, frees 100 B, 38 s to rebuild");
  }

  @Test
  void whatNobodyKnowsIsNotMadeUp() {
    Catalog unmeasured = catalog(image("1", A.toString())).with(LayerState.nothing());

    assertThat(verdict(unmeasured, Optional.empty()))
        .startsWith("use not known, ")
        .endsWith(", time to rebuild not known");
    assertThat(verdict(unmeasured, Optional.of(uses(Optional.empty(), 0, Optional.empty()))))
        .as("nobody has ever looked")
        .startsWith("use not known, ");
  }
}
