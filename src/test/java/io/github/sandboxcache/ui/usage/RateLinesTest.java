package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.RateLines.Line;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the chart: every lookup is in one of them, and a gap is a gap. */
class RateLinesTest {
  private static final UiTexts TEXTS = UiTexts.load("ui");
  private static final List<String> NAMES =
      List.of(
          "python",
          "typescript",
          "javascript",
          "go",
          "rust",
          "bash",
          "ruby",
          "elixir",
          "kotlin",
          "haskell",
          "ocaml",
          "zig");

  @Test
  void theBestRateComesFirstAndHasItsExactNumbers() {
    RateLines lines = lines(new UsageViews().with(Language.GO, 1, 1).with(Language.RUST, 3, 1));

    assertThat(lines.lines()).extracting(Line::name).containsExactly("Rust", "Go");
    assertThat(lines.lines()).extracting(Line::value).containsExactly("75\u00a0%", "50\u00a0%");
    assertThat(lines.lines()).extracting(Line::tip).contains("3 hits · 1 miss");
  }

  @Test
  void whereNobodyAskedTheLineHasAGapAndTheReadoutNothing() {
    RateLines lines = lines(new UsageViews().with(Language.GO, 0, 4));
    Line go = lines.lines().getFirst();

    assertThat(go.points().getLast()).hasValue(0);
    assertThat(go.valueAt(go.points().size() - 1)).isEqualTo("0\u00a0%");
    assertThat(go.points().getFirst()).isEqualTo(OptionalDouble.empty());
    assertThat(go.valueAt(0)).isEmpty();
    assertThat(lines.tips().getFirst()).endsWith("no lookups");
  }

  @Test
  void withoutLookupsThereIsNoLineAndItSaysSo() {
    RateLines lines = lines(new UsageViews());

    assertThat(lines.lines()).isEmpty();
    assertThat(lines.summary()).isEqualTo("No data yet");
  }

  @Test
  void ofManyLanguagesNoLookupIsLeftOut() {
    UsageViews views = new UsageViews();
    for (int i = 0; i < NAMES.size(); i++) {
      views.with(new Language(NAMES.get(i)), 20 - i, i);
    }
    RateLines lines = lines(views);

    assertThat(lines.lines()).hasSize(RateLines.MAX_LINES);
    assertThat(lines.lines().getLast().name()).isEqualTo("6 others");
    HitCount shown =
        lines.lines().stream()
            .flatMap(line -> line.counts().stream())
            .reduce(HitCount.NONE, HitCount::plus);
    assertThat(shown.lookups()).isEqualTo(20L * NAMES.size());
  }

  /** The worst must not be the one that is not told: those with least lookups are put together. */
  @Test
  void theLanguageThatIsAskedForMostIsShownHoweverBadItsRateIs() {
    UsageViews views = new UsageViews().with(Language.PYTHON, 1, 60);
    for (String name : NAMES.subList(1, NAMES.size())) {
      views.with(new Language(name), 2, 0);
    }

    assertThat(lines(views).lines()).extracting(Line::name).contains("Python");
  }

  @Test
  void unknownLanguagesAreToldApartByTheirPatterns() {
    RateLines lines =
        lines(
            new UsageViews()
                .with(new Language("elixir"), 3, 0)
                .with(new Language("kotlin"), 2, 1)
                .with(Language.GO, 1, 1));

    assertThat(lines.lines())
        .extracting(Line::patternClass)
        .containsExactly("pattern-0", "pattern-1", "");
  }

  /** One bad piece of time must not squeeze all lines into the upper half. */
  @ParameterizedTest
  @CsvSource({
    "100, 75, '100, 75'",
    "75, 75, '100, 75'",
    "74, 50, '100, 75, 50'",
    "50, 50, '100, 75, 50'",
    "49, 25, '100, 75, 50, 25'",
    "24, 0, '100, 50, 0'",
    "0, 0, '100, 50, 0'"
  })
  void theAxisBeginsAtTheQuarterInWhichTheWorstRateLies(int percent, int from, String named) {
    RateLines lines = lines(new UsageViews().with(Language.GO, percent, 100 - percent));

    assertThat(lines.leastPercent()).isEqualTo(from);
    assertThat(lines.grid().stream().map(String::valueOf).collect(Collectors.joining(", ")))
        .isEqualTo(named);
  }

  @Test
  void allTimeIsToldInDaysOfUtc() {
    UsageViews views = new UsageViews().with(Language.GO, List.of("x"), Duration.ofDays(3), 2, 1);
    RateLines lines =
        RateLines.of(views.view(UsageRange.ALL, ZoneId.of("America/New_York")), TEXTS);

    assertThat(lines.tips().getFirst())
        .startsWith("Sunday, 1 March 2026 (UTC)")
        .contains("2 hits, 1 miss");
  }

  private static RateLines lines(UsageViews views) {
    return RateLines.of(views.view(UsageRange.WEEK), TEXTS);
  }
}
