package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is shown of a range: its own numbers, those of the range before, and its lookups in time.
 */
class UsageViewTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NINE_DAYS_AGO = NOW.minus(Duration.ofDays(9));

  private static UsageFact lookup(Instant time, FactKind kind) {
    CacheReference reference = new CacheReference(Language.GO, "0123456789ab");
    return UsageFact.of(time, kind, reference, FactSource.log("test"), FactIdentity.random());
  }

  private static UsageView view(UsageRange range) {
    try (UsageLedger ledger = Ledgers.empty()) {
      int _ =
          ledger.record(
              List.of(
                  lookup(NOW.minusSeconds(60), FactKind.HIT),
                  lookup(NOW.minusSeconds(61), FactKind.HIT),
                  lookup(NINE_DAYS_AGO, FactKind.HIT),
                  lookup(NINE_DAYS_AGO, FactKind.MISS)));
      return UsageView.of(ledger, Set.of(), range, NOW, BERLIN);
    }
  }

  private static HitCount sum(UsageView view) {
    return view.timeline().total().stream().reduce(HitCount.NONE, HitCount::plus);
  }

  @Test
  void aWeekHasItsLookupsAndThoseOfTheWeekBefore() {
    UsageView week = view(UsageRange.WEEK);

    assertThat(week.range()).isEqualTo(UsageRange.WEEK);
    assertThat(week.report().total()).isEqualTo(new HitCount(2, 0));
    assertThat(week.before()).isEqualTo(new HitCount(1, 1));
    assertThat(sum(week)).isEqualTo(new HitCount(2, 0));
    assertThat(week.timeline().isEmpty()).isFalse();
    assertThat(week.timeline().buckets().zone()).isEqualTo(BERLIN);
  }

  @Test
  void theCellsOfAWeekShowWhatCameBeforeIt() {
    UsageView week = view(UsageRange.WEEK);

    assertThat(week.cells().buckets().size()).isEqualTo(TimeBuckets.CELLS);
    assertThat(week.cells().total().getLast()).isEqualTo(new HitCount(2, 0));
    assertThat(week.cells().total().get(TimeBuckets.CELLS - 10)).isEqualTo(new HitCount(1, 1));
    assertThat(week.beforeByLanguage()).isEqualTo(Map.of(Language.GO, new HitCount(1, 1)));
  }

  @Test
  void allTimeBeginsWithTheFirstLookupAndHasNothingBefore() {
    UsageView all = view(UsageRange.ALL);

    assertThat(all.report().total()).isEqualTo(new HitCount(3, 1));
    assertThat(all.before()).isEqualTo(HitCount.NONE);
    assertThat(sum(all)).isEqualTo(new HitCount(3, 1));
    assertThat(all.timeline().buckets().starts()).hasSize(10);
    assertThat(all.timeline().at(Language.GO, 0)).isEqualTo(new HitCount(1, 1));
  }

  @Test
  void allTimeWithoutLookupsIsToday() {
    try (UsageLedger ledger = Ledgers.empty()) {
      UsageView all = UsageView.of(ledger, Set.of(), UsageRange.ALL, NOW, ZoneOffset.UTC);
      assertThat(all.timeline().buckets().starts())
          .containsExactly(Instant.parse("2026-03-04T00:00:00Z"));
    }
  }

  @Test
  void whileNothingIsKnownAWeekWithoutLookupsIsShown() {
    assertThat(UsageView.EMPTY.range()).isEqualTo(UsageRange.WEEK);
    assertThat(UsageView.EMPTY.timeline().isEmpty()).isTrue();
    assertThat(UsageView.EMPTY.timeline().total()).hasSize(15);
  }
}
