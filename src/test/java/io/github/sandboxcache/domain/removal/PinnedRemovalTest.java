package io.github.sandboxcache.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Chosen;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestPins;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is pinned after the plan was made stays too. On a real engine. */
@EngineTest
class PinnedRemovalTest {
  private final TestPins pins = new TestPins();

  @Test
  void aPinSetAfterThePlanKeepsItsImageAndNoOther(ContainerEngine engine, TestImages images) {
    CacheReference pinned = images.load();
    CacheReference other = images.load();
    RemovalPlan plan = plan(engine, pinned, other);
    assertThat(plan.removals()).hasSize(2);

    var _ = pins.pin(List.of(pinned));
    RemovalReport report = carryOut(plan, engine);

    assertThat(report.removed()).extracting(CachedImage::reference).containsExactly(other);
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.Pinned());
    assertThat(images.exists(pinned.toString())).isTrue();
    assertThat(images.exists(other.toString())).isFalse();
  }

  @Test
  void pinsThatCannotBeReadAnyMoreKeepEverything(ContainerEngine engine, TestImages images) {
    CacheReference image = images.load();
    RemovalPlan plan = plan(engine, image);

    pins.damage();
    RemovalReport report = carryOut(plan, engine);

    assertThat(report.removed()).isEmpty();
    assertThat(report.failed()).hasSize(1);
    assertThat(report.failed().getFirst().reason()).contains("pins.json", "damaged");
    assertThat(images.exists(image.toString())).isTrue();
  }

  private RemovalPlan plan(ContainerEngine engine, CacheReference... references) {
    return RemovalPlan.of(list(engine), new Chosen(Set.of(references)), pins.read());
  }

  private RemovalReport carryOut(RemovalPlan plan, ContainerEngine engine) {
    return new Remover(
            engine, () -> list(engine), pins, RemovalJournal.none(), _ -> false, Optional.empty())
        .remove(plan, ProgressListener.NONE, new Cancellation());
  }

  private static Catalog list(ContainerEngine engine) {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }
}
