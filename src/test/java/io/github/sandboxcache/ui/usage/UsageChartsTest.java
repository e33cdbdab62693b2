package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The charts of the strip, without a screen. */
class UsageChartsTest {
  private static final UiTexts TEXTS = UiTexts.load("ui");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void withoutLookupsOnlyTheSizesHaveData() {
    UsageCharts charts = charts(UsageView.EMPTY, believable());

    assertThat(charts.sizes().languages()).isNotEmpty();
    assertThat(charts.packages().rows()).isEmpty();
    assertThat(charts.images().rows()).isEmpty();
    assertThat(charts.summary()).isEmpty();
  }

  @Test
  void aPackageCountsInEveryHitThatItWasPartOf() {
    UsageView usage =
        new UsageViews()
            .with(Language.PYTHON, List.of("numpy==2.1"), HOUR, 3, 9)
            .with(Language.PYTHON, List.of("numpy", "pandas"), HOUR, 2, 0)
            .view(UsageRange.WEEK);

    assertThat(charts(usage, List.of()).packages().rows())
        .extracting(TopRows.Row::name, TopRows.Row::hits)
        .containsExactly(Tuple.tuple("numpy", "5"), Tuple.tuple("pandas", "2"));
  }

  /** Hits in which several of them took part count once. */
  @Test
  void theTopSaysHowMuchOfAllHitsItServes() {
    UsageViews lookups = new UsageViews();
    for (int i = 0; i < 7; i++) {
      lookups.with(Language.PYTHON, List.of("a" + i, "b" + i), HOUR, 20 - i, 0);
    }
    UsageCharts charts = charts(lookups.view(UsageRange.WEEK), List.of());

    assertThat(charts.packages().rows()).hasSize(6);
    assertThat(charts.packages().sentence()).isEqualTo("These six serve 48\u00a0% of all hits");
    assertThat(charts.images().sentence()).isEqualTo("These six serve 88\u00a0% of all hits");
  }

  @Test
  void anImageIsToldByItsPackages() {
    UsageView usage =
        new UsageViews()
            .with(Language.PYTHON, List.of("numpy==2.1", "pandas"), HOUR, 2, 1)
            .view(UsageRange.WEEK);
    TopRows.Row row = charts(usage, List.of()).images().rows().getFirst();

    assertThat(row.name()).isEqualTo("numpy, pandas");
    assertThat(row.tip())
        .startsWith("numpy, pandas\nmcp-sandbox-python:")
        .contains("2 hits · 1 miss")
        .endsWith("numpy==2.1, pandas");
  }

  @Test
  void whatTheTopImagesTakeIsSaidWhileTheyAreThere() {
    UsageView usage = sampleWeek();

    assertThat(charts(usage, believable()).images().sentence()).contains(" of all hits, from ");
    assertThat(charts(usage, List.of()).images().sentence()).endsWith(" of all hits");
  }

  @Test
  void aNameThatCouldCommandATerminalIsShownHarmless() {
    UsageView usage =
        new UsageViews()
            .with(Language.BASH, List.of("evil\u001b[2J\u202e"), HOUR, 1, 0)
            .view(UsageRange.WEEK);
    UsageCharts charts = charts(usage, List.of());

    for (TopRows top : List.of(charts.packages(), charts.images())) {
      assertThat(top.rows().getFirst().name()).isEqualTo("evil\\u001b[2J\\u202e");
      assertThat(top.rows().getFirst().tip()).doesNotContain("\u001b", "\u202e");
    }
  }

  @Test
  void aVeryLongNameIsInFullInTheTooltip() {
    String name = "a".repeat(180);
    UsageView usage =
        new UsageViews().with(Language.PYTHON, List.of(name), HOUR, 1, 0).view(UsageRange.WEEK);

    assertThat(charts(usage, List.of()).packages().rows().getFirst().tip()).startsWith(name);
  }

  @Test
  void theLanguagesStandInTheSameOrderInBothPanels() {
    UsageCharts charts = charts(sampleWeek(), believable());

    assertThat(charts.rates().languages()).isNotEmpty();
    assertThat(charts.sizes().languages())
        .extracting(SizeRows.Row::language)
        .isEqualTo(charts.rates().languages().stream().map(RateRows.Row::language).toList());
  }

  @Test
  void theLargestLanguageFillsItsBarAndAllFillTheirs() {
    UsageCharts charts = charts(sampleWeek(), believable());

    assertThat(charts.sizes().languages().stream().mapToDouble(UsageChartsTest::filled).max())
        .hasValueCloseTo(1.0, within(0.001));
    assertThat(filled(charts.sizes().all())).isCloseTo(1, within(0.001));
  }

  private static double filled(SizeRows.Row row) {
    return row.bar().stream().mapToDouble(part -> part.fraction()).sum();
  }

  /** Sets that were missed and never found belong to a package's rate as well. */
  @Test
  void ofAPackageAllChartsTellOnlyThat() {
    UsageViews lookups =
        new UsageViews()
            .with(Language.PYTHON, List.of("numpy==2.1"), HOUR, 3, 1)
            .with(Language.PYTHON, List.of("numpy", "lost"), HOUR, 0, 4)
            .with(Language.PYTHON, List.of("flask"), HOUR, 50, 0)
            .with(Language.GO, 7, 0)
            .with(Language.PYTHON, List.of("numpy==2.1"), Duration.ofDays(8), 1, 1);

    UsageCharts charts = narrowed(lookups, new WithPackage(Language.PYTHON, "numpy"));

    assertThat(charts.summary()).isEqualTo("3 hits · 5 misses");
    assertThat(charts.rates().all().rate()).isEqualTo("38\u00a0%");
    assertThat(charts.rates().all().change()).isEqualTo("\u221212");
    assertThat(charts.rates().languages()).extracting(RateRows.Row::name).containsExactly("Python");
    assertThat(charts.rates().all().cells().cells())
        .extracting(cell -> cell.count().lookups())
        .contains(8L, 2L)
        .doesNotContain(50L, 57L);
    assertThat(charts.packages().rows()).extracting(TopRows.Row::name).containsExactly("numpy");
  }

  @Test
  void ofOneImageAllChartsTellOnlyThat() {
    UsageViews lookups =
        new UsageViews()
            .with(Language.PYTHON, List.of("flask"), HOUR, 50, 0)
            .with(Language.GO, 7, 1);
    CacheReference go =
        new CacheReference(Language.GO, CacheKey.of(Language.GO, List.of("go")).tag());

    UsageCharts charts = narrowed(lookups, new OneImage(go));

    assertThat(charts.summary()).isEqualTo("7 hits · 1 miss");
    assertThat(charts.rates().languages()).extracting(RateRows.Row::name).containsExactly("Go");
  }

  @Test
  void aLanguageStaysBesideTheOthersSoThatAnotherCanBeChosen() {
    UsageViews lookups =
        new UsageViews()
            .with(Language.PYTHON, List.of("flask"), HOUR, 50, 0)
            .with(Language.GO, 7, 1);

    UsageCharts charts = narrowed(lookups, new OfLanguage(Language.GO));

    assertThat(charts.rates().languages())
        .extracting(RateRows.Row::name)
        .containsExactly("Go", "Python");
    assertThat(charts.packages().rows()).extracting(TopRows.Row::name).containsExactly("go");
  }

  private static UsageCharts narrowed(UsageViews lookups, CacheFilter filter) {
    Catalog none = Catalog.of(new EngineSnapshot(List.of(), List.of(), ReferenceNaming.DOCKER));
    CatalogState state =
        new CatalogState(none, Freshness.CURRENT, Optional.of(UsageViews.NOW), false);
    CacheView view =
        CacheView.of(state, new KeepNewest(3), Pins.Known.NONE, lookups.view(UsageRange.WEEK));
    try (UsageLedger ledger = lookups.ledger()) {
      return UsageCharts.of(
          view, Narrowed.of(view, Optional.of(filter), Optional.of(ledger)), Set.of(), 0, TEXTS);
    }
  }

  @Test
  void thePartsOfTheSumAreNamed() {
    UsageView usage = new UsageViews().with(Language.GO, 1, 2).view(UsageRange.MONTH);

    assertThat(charts(usage, List.of()).summary()).isEqualTo("1 hit · 2 misses");
  }

  private static List<EngineImage> believable() {
    return SampleCache.believable(UsageViews.NOW).images();
  }

  static UsageCharts charts(UsageView usage, List<EngineImage> images) {
    Catalog catalog =
        Images.measured(Catalog.of(new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER)));
    CatalogState state =
        new CatalogState(catalog, Freshness.CURRENT, Optional.of(UsageViews.NOW), false);
    CacheView view = CacheView.of(state, new KeepNewest(3), Pins.Known.NONE, usage);
    return UsageCharts.of(
        view, Narrowed.of(view, Optional.empty(), Optional.empty()), Set.of(), 0, TEXTS);
  }

  private static UsageView sampleWeek() {
    try (UsageLedger ledger = Ledgers.sample(UsageViews.NOW)) {
      return UsageView.of(ledger, Set.of(), UsageRange.WEEK, UsageViews.NOW, ZoneOffset.UTC);
    }
  }
}
