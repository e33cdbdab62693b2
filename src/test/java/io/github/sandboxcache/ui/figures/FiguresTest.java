package io.github.sandboxcache.ui.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.ReferenceNaming;
import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.catalog.EngineSnapshot;
import io.github.sandboxcache.pins.Pins;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.model.CacheView;
import io.github.sandboxcache.usage.UsageView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Guards that the key figures claim no more than is known. */
class FiguresTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  private final List<EngineImage> images = SampleCache.believable(NOW).images();

  @Test
  void whatPruneFreesIsALeastFigureWhileOnlyOwnBytesAreKnown() {
    assertThat(figures(images).reclaimable().before()).isEqualTo("at least");
  }

  @Test
  void whatPruneFreesIsAMostFigureWhenTheEngineDoesNotSayWhatIsShared() {
    Figures figures =
        figures(images.stream().map(i -> i.withSharedBytes(OptionalLong.empty())).toList());

    assertThat(figures.reclaimable().before()).isEqualTo("up to");
    assertThat(figures.disk().before()).isEqualTo("up to");
  }

  @Test
  void withoutSharedLayersTheSizeIsExact() {
    Figures figures =
        figures(images.stream().map(i -> i.withSharedBytes(OptionalLong.of(0))).toList());

    assertThat(figures.disk().before()).isEmpty();
  }

  @Test
  void withoutLookupsTheHitRateIsNoDataAndNotZero() {
    Figure hitRate = figures(images).hitRate();

    assertThat(hitRate.value()).isEqualTo("–");
    assertThat(hitRate.after()).isEqualTo("no data yet");
  }

  @Test
  void anEmptyCacheTakesNothing() {
    Figures figures = figures(List.of());

    assertThat(figures.disk().value()).isEqualTo("0 B");
    assertThat(figures.images().value()).isEqualTo("0");
    assertThat(figures.reclaimable().value()).isEqualTo("0 B");
  }

  private static Figures figures(List<EngineImage> images) {
    Catalog catalog = Catalog.of(new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER));
    CatalogState state = new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false);
    CacheView view = CacheView.of(state, new KeepNewest(3), Pins.Known.NONE, UsageView.EMPTY);
    return Figures.of(view, UiTexts.load("ui"));
  }
}
