package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An image that was used after the plan stays, where its use decides. */
class KnownUsesTest {
  private static final CacheReference A = new CacheReference(Language.GO, "aaaaaaaaaaaa");

  private final SqliteLedger ledger = Ledgers.empty();
  private final KnownUses uses = new KnownUses(ledger);
  private final Catalog catalog = catalog(image("1", A.toString()));

  private void used(Instant when) {
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                    when, FactKind.USED, A, FactSource.app("test"), FactIdentity.random())));
  }

  private RemovalPlan plan(RemovalPolicy policy) {
    return RemovalPlan.of(catalog, policy, Pins.Known.NONE, uses.of(NOON));
  }

  private boolean isHeld(RemovalPlan plan) {
    return uses.since(plan).test(catalog.cached().getFirst());
  }

  @Test
  void onlyAUseAfterThePlanHoldsAnImage() {
    used(NOON.minus(Duration.ofDays(50)));
    RemovalPlan plan = plan(new KeepUsed(0));
    assertThat(plan.removals()).hasSize(1);
    assertThat(isHeld(plan)).isFalse();

    used(NOON);

    assertThat(isHeld(plan)).isTrue();
    assertThat(isHeld(plan(new KeepUsed(0)))).isFalse();
  }

  @Test
  void whereAgeDecidesAUseHoldsNothing() {
    used(NOON.minus(Duration.ofDays(50)));
    RemovalPlan plan = plan(new KeepNewest(0));

    used(NOON);

    assertThat(isHeld(plan)).isFalse();
  }
}
