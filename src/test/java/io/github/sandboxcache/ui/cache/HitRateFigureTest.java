package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import io.github.sandboxcache.ui.cache.Figure.Note;
import io.github.sandboxcache.ui.usage.UsageViews;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The hit rate and its change: nothing is compared with nothing. */
class HitRateFigureTest {
  private static final List<String> PACKAGES = List.of("numpy");
  private static final Duration LAST_WEEK = Duration.ofDays(9);
  private static final CatalogState STATE =
      new CatalogState(
          Catalog.empty(ReferenceNaming.DOCKER), Freshness.CURRENT, Optional.empty(), false);

  @Test
  void itRoseAgainstTheRangeJustBefore() {
    Figure figure =
        figure(
            new UsageViews()
                .with(Language.PYTHON, 9, 1)
                .with(Language.PYTHON, PACKAGES, LAST_WEEK, 1, 1),
            UsageRange.WEEK);

    assertThat(figure.value()).isEqualTo("90\u00a0%");
    assertThat(figure.note().verdict()).isEqualTo("+40 pts");
    assertThat(figure.note().tone()).isEqualTo("ok");
    assertThat(figure.note().rest()).containsExactly("vs last week");
  }

  @Test
  void itFellWhichIsNoGoodNews() {
    Figure figure =
        figure(
            new UsageViews()
                .with(Language.PYTHON, 1, 1)
                .with(Language.PYTHON, PACKAGES, LAST_WEEK, 3, 1),
            UsageRange.WEEK);

    assertThat(figure.note().verdict()).isEqualTo("−25 pts");
    assertThat(figure.note().tone()).isEqualTo("warn");
  }

  @Test
  void withNothingBeforeThereIsNoChange() {
    Figure figure = figure(new UsageViews().with(Language.PYTHON, 1, 1), UsageRange.WEEK);

    assertThat(figure.note()).isEqualTo(Note.NONE);
  }

  @Test
  void allTimeHasNothingBeforeIt() {
    Figure figure =
        figure(
            new UsageViews()
                .with(Language.PYTHON, 1, 1)
                .with(Language.PYTHON, PACKAGES, LAST_WEEK, 1, 0),
            UsageRange.ALL);

    assertThat(figure.note()).isEqualTo(Note.NONE);
  }

  @Test
  void onlyMissesAreZeroPercentAndNobodyIsNoData() {
    assertThat(figure(new UsageViews().with(Language.GO, 0, 3), UsageRange.DAY).value())
        .isEqualTo("0\u00a0%");
    assertThat(figure(new UsageViews(), UsageRange.DAY).value()).isEqualTo("–");
    assertThat(figure(new UsageViews(), UsageRange.DAY).graph()).isInstanceOf(Graph.None.class);
  }

  @Test
  void theTrendHasGapsWhereNobodyAsked() {
    Figure figure = figure(new UsageViews().with(Language.GO, 1, 0), UsageRange.WEEK);

    List<OptionalDouble> trend = ((Graph.Line) figure.graph()).values();
    assertThat(trend).hasSize(15);
    assertThat(trend.stream().filter(OptionalDouble::isPresent)).hasSize(1);
  }

  /** What is known is shown, and that nothing is added to it. */
  @Test
  void whereNothingCanBeTakenDownThatIsSaid() {
    UsageLedgerException why =
        new UsageLedgerException("/data/usage.db", Reason.READ_ONLY, new IOException("read-only"));
    UsageView usage = new UsageViews().with(Language.GO, 3, 1).view(UsageRange.WEEK);
    Figure figure =
        HitRateFigure.of(
            CacheView.of(STATE, new KeepNewest(3), Pins.Known.NONE, usage)
                .withUsage(usage, true, Optional.of(why)),
            UiTexts.load("ui"));

    assertThat(figure.value()).isEqualTo("75\u00a0%");
    assertThat(figure.note().rest()).containsExactly("nothing recorded");
    assertThat(figure.tip())
        .contains(
            "these numbers lack them", "where /data/usage.db is: the file system is read-only");
  }

  private static Figure figure(UsageViews views, UsageRange range) {
    return HitRateFigure.of(
        CacheView.of(STATE, new KeepNewest(3), Pins.Known.NONE, views.view(range)),
        UiTexts.load("ui"));
  }
}
