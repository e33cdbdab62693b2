package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.BarPanel.BarRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The charts of the strip, without a screen. */
class UsageChartsTest {
  private static final UiTexts TEXTS = UiTexts.load("ui");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void withoutLookupsOnlyTheSizesHaveData() {
    UsageCharts charts = charts(UsageView.EMPTY, believable());

    assertThat(charts.sizes()).isNotEmpty();
    assertThat(charts.packages()).isEmpty();
    assertThat(charts.images()).isEmpty();
    assertThat(charts.summary()).isEmpty();
  }

  @Test
  void aPackageCountsInEveryHitThatItWasPartOf() {
    UsageView usage =
        new UsageViews()
            .with(Language.PYTHON, List.of("numpy==2.1"), HOUR, 3, 9)
            .with(Language.PYTHON, List.of("numpy", "pandas"), HOUR, 2, 0)
            .view(UsageRange.WEEK);

    assertThat(charts(usage, List.of()).packages())
        .extracting(BarRow::name, BarRow::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("numpy", "5"),
            org.assertj.core.groups.Tuple.tuple("pandas", "2"));
  }

  @Test
  void anImageIsToldWithItsPackagesAndCanBeChosen() {
    UsageView usage =
        new UsageViews()
            .with(Language.PYTHON, List.of("numpy", "pandas"), HOUR, 2, 1)
            .view(UsageRange.WEEK);
    BarRow row = charts(usage, List.of()).images().getFirst();

    assertThat(row.tip()).contains("2 hits · 1 miss").endsWith("numpy, pandas");
    assertThat(row.key()).startsWith("mcp-sandbox-python:").endsWith(row.name());
  }

  @Test
  void aNameThatCouldCommandATerminalIsShownHarmless() {
    UsageView usage =
        new UsageViews()
            .with(Language.BASH, List.of("evil\u001b[2J\u202e"), HOUR, 1, 0)
            .view(UsageRange.WEEK);

    assertThat(charts(usage, List.of()).packages())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.name()).isEqualTo("evil\\u001b[2J\\u202e");
              assertThat(row.tip()).doesNotContain("\u001b", "\u202e");
            });
  }

  @Test
  void aVeryLongNameIsInFullInTheTooltip() {
    String name = "a".repeat(180);
    UsageView usage =
        new UsageViews().with(Language.PYTHON, List.of(name), HOUR, 1, 0).view(UsageRange.WEEK);

    assertThat(charts(usage, List.of()).packages().getFirst().tip()).startsWith(name);
  }

  @Test
  void thePartsOfTheSumAreNamedWithTheRange() {
    UsageView usage = new UsageViews().with(Language.GO, 1, 2).view(UsageRange.MONTH);

    assertThat(charts(usage, List.of()).summary()).isEqualTo("1 hit · 2 misses in 30 days");
  }

  private static List<EngineImage> believable() {
    return SampleCache.believable(UsageViews.NOW).images();
  }

  private static UsageCharts charts(UsageView usage, List<EngineImage> images) {
    Catalog catalog =
        Images.measured(Catalog.of(new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER)));
    CatalogState state =
        new CatalogState(catalog, Freshness.CURRENT, Optional.of(UsageViews.NOW), false);
    return UsageCharts.of(
        CacheView.of(state, new KeepNewest(3), Pins.Known.NONE, usage), Set.of(), 0, TEXTS);
  }
}
