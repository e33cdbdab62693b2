package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Guards what is said of images that are chosen together before they are removed. */
class SeveralImagesTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final UiTexts TEXTS = UiTexts.load("ui");

  private final SampleCache sample = SampleCache.believable(NOW);
  private final Catalog catalog =
      Images.measured(
          Catalog.of(
              new EngineSnapshot(sample.images(), sample.containers(), ReferenceNaming.DOCKER)));
  private final List<CachedImage> free =
      catalog.cached().stream()
          .filter(image -> image.users().containers().isEmpty())
          .limit(3)
          .toList();
  private final CachedImage used =
      catalog.cached().stream()
          .filter(image -> !image.users().containers().isEmpty())
          .findFirst()
          .orElseThrow();

  @Test
  void theBytesAreThoseThatTheSetFrees() {
    SeveralImages several = several(Pins.Known.NONE, free);

    ByteCount frees = catalog.freedBy(free).orElseThrow();
    assertThat(several.plan().frees()).contains(frees);
    assertThat(several.title()).startsWith("3 selected").contains("frees");
    assertThat(several.freedExactly().replaceAll("\\D", ""))
        .isEqualTo(Long.toString(frees.bytes()));
    assertThat(several.effects()).containsPattern("costs \\d+ of [\\d,]+ hits in 30 d");
    assertThat(several.notes()).anyMatch(note -> note.startsWith("To install them again takes"));
  }

  @Test
  void whatIsPinnedOrUsedStaysAndIsTold() {
    Pins pins = new Pins.Known(Set.of(free.getFirst().reference()));
    SeveralImages several = several(pins, List.of(free.getFirst(), free.getLast(), used));

    assertThat(several.plan().removals()).containsExactly(free.getLast());
    assertThat(several.effects()).contains("1 is pinned and stays", "1 is in use and stays");
    assertThat(several.sentence()).startsWith("Removing 1 of 3 frees ");
    assertThat(several.rows()).filteredOn(SeveralImages.Row::stays).hasSize(2);
    assertThat(several.unpinned())
        .containsExactlyInAnyOrder(free.getLast().reference(), used.reference());
  }

  @Test
  void whereAllStayNothingIsPromised() {
    SeveralImages several = several(Pins.Known.NONE, List.of(used));

    assertThat(several.title()).isEqualTo("1 selected \u00b7 stays");
    assertThat(several.sentence()).isEqualTo("None of them can be removed now.");
    assertThat(several.notes()).isEmpty();
  }

  private SeveralImages several(Pins pins, List<CachedImage> images) {
    CatalogState state = new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false);
    UsageView usage =
        UsageView.of(Ledgers.sample(NOW), Set.of(), UsageRange.WEEK, NOW, ZoneOffset.UTC);
    return SeveralImages.of(
        CacheView.of(state, new KeepNewest(3), pins, usage),
        images.stream().map(CachedImage::engineReference).collect(Collectors.toSet()),
        TEXTS);
  }
}
