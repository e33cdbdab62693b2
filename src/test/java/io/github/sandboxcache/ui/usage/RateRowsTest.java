package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.usage.RateRows.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the hit rates: their order, and what each says of a language. */
class RateRowsTest {
  private static final Duration NINE_DAYS = Duration.ofDays(9);

  @Test
  void theWorstRateComesFirst() {
    RateRows rows =
        rows(
            new UsageViews()
                .with(Language.GO, 4, 1)
                .with(Language.RUST, 7, 3)
                .with(Language.BASH, 9, 1));

    assertThat(rows.languages()).extracting(Row::name).containsExactly("Rust", "Go", "Bash");
    assertThat(rows.all().rate()).isEqualTo("80\u00a0%");
    assertThat(rows.all().misses()).isEqualTo("5");
  }

  /** What is read as the same percent is the same: then the longest wait counts. */
  @Test
  void ofEqualRatesTheLongestWaitComesFirst() {
    RateRows rows =
        rows(
            new UsageViews()
                .with(Language.BASH, 9, 1)
                .with(Language.PYTHON, 899, 101)
                .installed(Language.BASH, Duration.ofSeconds(2))
                .installed(Language.PYTHON, Duration.ofSeconds(10)));

    assertThat(rows.languages()).extracting(Row::name).containsExactly("Python", "Bash");
    assertThat(rows.languages()).extracting(Row::rate).containsOnly("90\u00a0%");
    assertThat(rows.languages()).extracting(Row::waited).containsExactly("17 min", "2 s");
  }

  @Test
  void aRateUnderThreeQuartersIsPointedOutWithItsRule() {
    RateRows rows = rows(new UsageViews().with(Language.GO, 75, 25).with(Language.RUST, 74, 26));

    assertThat(rows.languages()).extracting(Row::low).containsExactly(true, false);
    assertThat(rows.languages().getFirst().tip()).contains("Under 75\u00a0% is low.");
    assertThat(rows.languages().getFirst().said()).contains(", low, ");
  }

  @Test
  void theChangeIsInPointsAgainstTheSameSpanBefore() {
    Row go =
        rows(new UsageViews()
                .with(Language.GO, 8, 2)
                .with(Language.GO, List.of("go"), NINE_DAYS, 9, 1)
                .with(Language.RUST, List.of("rust"), Duration.ofDays(20), 9, 1))
            .languages()
            .getFirst();

    assertThat(go.change()).isEqualTo("\u221210");
    assertThat(go.changeStyle()).isEqualTo("warn");
    assertThat(go.said())
        .isEqualTo(
            "Go: 80\u00a0% in 7 days, \u221210 points against the same span before,"
                + " 8 hits · 2 misses");
  }

  @ParameterizedTest
  @CsvSource({"8, 2, 7, 3, +10", "8, 2, 8, 2, ±0", "7, 3, 8, 2, −10", "999, 1, 1, 0, ±0"})
  void aChangeHasItsSign(long hits, long misses, long before, long missesBefore, String signed) {
    assertThat(
            RateChange.of(new HitCount(hits, misses), new HitCount(before, missesBefore))
                .orElseThrow()
                .signed())
        .isEqualTo(signed);
  }

  @Test
  void withNothingToCompareWithThereIsNoChange() {
    Row go = rows(new UsageViews().with(Language.GO, 8, 2)).languages().getFirst();

    assertThat(go.change()).isEqualTo("–");
    assertThat(go.said()).doesNotContain("points");
  }

  @Test
  void howLongSandboxesWaitedIsUnknownWithoutAnyInstallAndNothingWithoutMisses() {
    RateRows rows = rows(new UsageViews().with(Language.GO, 1, 1).with(Language.BASH, 2, 0));

    assertThat(rows.languages()).extracting(Row::waited).containsExactly("–", "0 s");
  }

  private static RateRows rows(UsageViews views) {
    return UsageChartsTest.charts(views.view(UsageRange.WEEK), List.of()).rates();
  }
}
