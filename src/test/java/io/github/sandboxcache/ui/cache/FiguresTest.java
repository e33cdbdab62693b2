package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.PinTrouble.Kind;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards that the key figures claim no more than is known. */
class FiguresTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final long FREE = 54_200_000_000L;

  private final List<EngineImage> images = SampleCache.believable(NOW).images();

  @Test
  void measuredSizesAreSaidAsTheyAre() {
    Figures figures = figures(images);

    assertThat(figures.disk().value()).isEqualTo("6.1 GB");
    assertThat(figures.disk().after()).startsWith("in 42 images");
    assertThat(figures.disk().note().rest()).startsWith("4.7 GB packages + 1.4 GB base");
  }

  @Test
  void whileLayersAreMeasuredNoSizeIsSaid() {
    EngineSnapshot snapshot = new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER);
    Figures figures = figures(Catalog.of(snapshot), 3, Pins.Known.NONE);

    assertThat(figures.disk().value()).isEqualTo("–");
    assertThat(figures.disk().after()).containsExactly("being measured");
    assertThat(figures.reclaimable().value()).isEqualTo("–");
  }

  @Test
  void withoutLookupsTheHitRateIsNoDataAndNotZero() {
    Figure hitRate = figures(images).hitRate();

    assertThat(hitRate.value()).isEqualTo("–");
    assertThat(hitRate.after()).containsExactly("no lookups seen yet");
  }

  @Test
  void anEmptyCacheTakesNothing() {
    Figures figures = figures(List.of());

    assertThat(figures.disk().value()).isEqualTo("0 B");
    assertThat(figures.disk().after()).startsWith("in 0 images");
    assertThat(figures.reclaimable().value()).isEqualTo("0 B");
  }

  @Test
  void withoutAKnownNumberToKeepItIsNotKnownWhatPruneFrees() {
    Figure reclaimable =
        reclaimable(new Containers.Known(List.of()), KeepNewest.UNKNOWN_COUNT, Pins.Known.NONE);

    assertThat(reclaimable.value()).isEqualTo("–");
    assertThat(reclaimable.after()).containsExactly("not known: number to keep");
    assertThat(reclaimable.tip()).contains("The settings do not say legibly");
  }

  @Test
  void withoutKnownContainersItIsNotKnownWhatPruneFrees() {
    Figure reclaimable =
        reclaimable(new Containers.Unknown("the list is \u001b[2Jrefused"), 3, Pins.Known.NONE);

    assertThat(reclaimable.value()).isEqualTo("–");
    assertThat(reclaimable.after()).containsExactly("not known: containers");
    assertThat(reclaimable.tip()).contains("may be in use", "refused").doesNotContain("\u001b");
  }

  @Test
  void withUnreadablePinsItIsNotKnownWhatPruneFrees() {
    Pins pins = new Pins.Unreadable(new PinTrouble(Kind.DAMAGED, "/home/me/pins.json", "x"));
    Figure reclaimable = reclaimable(new Containers.Known(List.of()), 3, pins);

    assertThat(reclaimable.value()).isEqualTo("–");
    assertThat(reclaimable.after()).containsExactly("not known: pins unreadable");
    assertThat(reclaimable.tip()).contains("/home/me/pins.json");
  }

  @Test
  void whereAllStaysForKnownReasonsNothingIsReclaimable() {
    Figure reclaimable = reclaimable(new Containers.Known(List.of()), 500, Pins.Known.NONE);

    assertThat(reclaimable.value()).isEqualTo("0 B");
    assertThat(reclaimable.after()).containsExactly("nothing to prune");
  }

  @Test
  void imagesOfUnknownSizeAreNotCountedAsNoBytes() {
    Figures none = figures(images.stream().map(FiguresTest::ofUnknownSize).toList());

    assertThat(none.disk().value()).isEqualTo("–");
    assertThat(none.disk().after()).containsExactly("not known");
    assertThat(none.reclaimable().value()).isEqualTo("–");
    assertThat(none.reclaimable().after()).startsWith("in 24 images, all but the 3 newest of each");
  }

  @Test
  void aSumThatWouldLeaveImagesOutIsNotSaid() {
    EngineImage other = ofUnknownSize(cached(images.getFirst(), "mcp-sandbox-go:00000000beef"));
    Figure disk = figures(Stream.concat(images.stream(), Stream.of(other)).toList()).disk();

    assertThat(disk.value()).isEqualTo("–");
  }

  private static EngineImage cached(EngineImage like, String reference) {
    return new EngineImage(
        "sha256:other",
        List.of(reference),
        like.sizeBytes(),
        like.sharedBytes(),
        like.createdAt(),
        Optional.empty(),
        Map.of());
  }

  private static EngineImage ofUnknownSize(EngineImage image) {
    return new EngineImage(
        image.id(),
        image.references(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        image.createdAt(),
        image.parentId(),
        image.labels());
  }

  private static Figures figures(List<EngineImage> images) {
    return figures(
        new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER), 3, Pins.Known.NONE);
  }

  private Figure reclaimable(Containers containers, int keep, Pins pins) {
    return figures(new EngineSnapshot(images, containers, ReferenceNaming.DOCKER), keep, pins)
        .reclaimable();
  }

  private static Figures figures(EngineSnapshot snapshot, int keep, Pins pins) {
    return figures(Images.measured(Catalog.of(snapshot)), keep, pins);
  }

  private static Figures figures(Catalog catalog, int keep, Pins pins) {
    CatalogState state = new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false);
    CacheView view = CacheView.of(state, new KeepNewest(keep), pins, UsageView.EMPTY);
    return Figures.of(view, OptionalLong.empty(), UiTexts.load("ui"));
  }

  @Test
  void aBudgetIsWhatTheDiskIsMeasuredBy() {
    Figure roomy = disk(20_000_000_000L);

    assertThat(roomy.after()).startsWith("of 20.0 GB budget \u00b7 42 images");
    assertThat(roomy.tip()).contains("Amber from 90\u00a0%");
    assertThat(styles(roomy)).containsExactly("accent", "accent-soft");
  }

  @Test
  void fromNineTenthsOfTheBudgetOnItIsAmber() {
    assertThat(styles(disk(6_500_000_000L))).containsOnly("warn");
    assertThat(styles(disk(7_000_000_000L))).doesNotContain("warn");
  }

  private static List<String> styles(Figure figure) {
    return ((Graph.Bar) figure.graph()).parts().stream().map(Segment::styleClass).toList();
  }

  private Figure disk(long budget) {
    Catalog catalog =
        Images.measured(Catalog.of(new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER)));
    CatalogState state = new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false);
    return Figures.of(
            CacheView.of(state, new Budget(budget), Pins.Known.NONE, UsageView.EMPTY),
            OptionalLong.of(FREE),
            UiTexts.load("ui"))
        .disk();
  }

  @Test
  void withoutABudgetTheDiskIsMeasuredByWhatIsFree() {
    Figure disk =
        Figures.of(UsedSample.in(UsageRange.WEEK).view(), OptionalLong.of(FREE), UiTexts.load("ui"))
            .disk();

    assertThat(disk.after())
        .containsExactly("in 42 images \u00b7 54.2 GB free", "in 42 images", "42 images");
    assertThat(disk.tip()).contains("Free on the engine's disk: 54,200,000,000 bytes");
  }

  @Test
  void withABudgetWhatIsFreeIsInTheTooltip() {
    assertThat(disk(20_000_000_000L).tip()).contains("Free on the engine's disk");
  }

  @Test
  void whatIsSaidAloudSaysAll() {
    assertThat(figures(images).disk().spoken("On disk"))
        .isEqualTo("On disk, 6.1 GB, in 42 images, 4.7 GB packages + 1.4 GB base");
  }

  /** Its past is the one that the sample has. */
  @Test
  void whetherTheCacheIsWorthItsDiskIsSaidFirst() {
    Figures figures = used();

    assertThat(figures.saved().note().verdict()).isEqualTo("Worth it");
    assertThat(figures.saved().note().rest().getFirst()).endsWith(" per GB");
    assertThat(((Graph.Columns) figures.saved().graph()).heights()).hasSize(7);
    assertThat(figures.hitRate().after()).startsWith("lowest: Rust, 70\u00a0%");
  }

  @Test
  void whatPruneFreesIsSaidWithWhatItCosts() {
    assertThat(used().reclaimable().note().rest().getFirst())
        .matches("costs [0-9,]+ of [0-9,]+ hits in 30 d");
  }

  private static Figures used() {
    return Figures.of(
        UsedSample.in(UsageRange.WEEK).view(), OptionalLong.empty(), UiTexts.load("ui"));
  }
}
