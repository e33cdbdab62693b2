package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.HitRateGrade;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The cells of a strip: which time each is about, how good it is, and when several become one. */
class HeatCellsTest {
  private static final UiTexts TEXTS = UiTexts.load("ui");
  private static final List<String> PACKAGES = List.of("left-pad");

  @Test
  void theLastSevenOfThirtyDaysAreThoseOfAWeek() {
    HeatCells cells = HeatCells.of(week(), Language.GO);

    assertThat(cells.cells()).hasSize(30);
    assertThat(cells.rangeStart()).isEqualTo(23);
    assertThat(cells.isEarly(cells.cells().get(22))).isTrue();
    assertThat(cells.isEarly(cells.cells().get(23))).isFalse();
  }

  @Test
  void aCellHasTheGradeOfItsDayAndWithoutLookupsNone() {
    HeatCells cells = HeatCells.of(week(), Language.GO);

    assertThat(cells.cells().getLast())
        .returns(new HitCount(9, 1), Cell::count)
        .satisfies(cell -> assertThat(cell.grade()).contains(HitRateGrade.GOOD));
    assertThat(cells.cells().get(9).grade()).contains(HitRateGrade.BAD);
    assertThat(cells.cells().get(28).grade()).isEmpty();
  }

  @Test
  void allLanguagesAreAddedUp() {
    assertThat(HeatCells.ofAll(week()).cells().getLast().count()).isEqualTo(new HitCount(10, 1));
  }

  @Test
  void aDayIsShownByTheHourAndAMonthFillsTheStrip() {
    HeatCells day = HeatCells.ofAll(lookups().view(UsageRange.DAY));
    HeatCells month = HeatCells.ofAll(lookups().view(UsageRange.MONTH));

    // At six sharp: the hour that began a day ago is in the range, and the one that begins now.
    assertThat(day.rangeStart()).isEqualTo(5);
    assertThat(HeatText.time(day, day.cells().getFirst(), TEXTS))
        .isEqualTo("Tuesday, 3 March 2026, 13:00–14:00");
    assertThat(month.rangeStart()).isZero();
  }

  @Test
  void aCellSaysItsTimeItsRateAndWhatThatIsMadeOf() {
    HeatCells cells = HeatCells.of(week(), Language.GO);

    assertThat(HeatText.cell(cells, cells.cells().getLast(), TEXTS))
        .isEqualTo("Wednesday, 4 March 2026\n90\u00a0% · 9 hits · 1 miss");
    assertThat(HeatText.cell(cells, cells.cells().get(28), TEXTS)).endsWith("\nno lookups");
  }

  @Test
  void neighboursWithFewLookupsArePutTogetherWhereTheRangeIsLong() {
    assertThat(pooled(3, 1, 2, 7, 0, 1, 0, 4, 4, 2))
        .containsExactly("0+3: 6", "3+1: 7", "4+1: 0", "5+1: 1", "6+1: 0", "7+3: 10");
  }

  /** What is left over is no cell of its own as long as there is one that it can go into. */
  @Test
  void whatIsLeftOverGoesIntoTheCellBesideIt() {
    assertThat(pooled(2, 3, 2, 3, 4)).containsExactly("0+2: 5", "2+3: 9");
    assertThat(pooled(2, 3, 4)).containsExactly("0+3: 9");
    assertThat(pooled(9, 4, 9)).containsExactly("0+1: 9", "1+1: 4", "2+1: 9");
  }

  @Property
  void poolingLosesNoLookupAndNoPieceOfTime(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 9) Long> lookups) {
    List<Cell> cells = HeatCells.pooled(cells(lookups.stream().mapToLong(Long::longValue)));

    assertThat(cells.stream().mapToLong(cell -> cell.count().lookups()).sum())
        .isEqualTo(lookups.stream().mapToLong(Long::longValue).sum());
    int next = 0;
    for (Cell cell : cells) {
      assertThat(cell.first()).isEqualTo(next);
      next += cell.span();
    }
    assertThat(next).isEqualTo(lookups.size());
  }

  @Property
  void aCellOfSeveralPiecesHasEnoughAndAThinOneHasNoThinNeighbour(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 9) Long> lookups) {
    List<Cell> cells = HeatCells.pooled(cells(lookups.stream().mapToLong(Long::longValue)));

    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.span() > 1) {
        assertThat(HitRateGrade.isThin(cell.count())).isEqualTo(isAlone(cell, lookups));
      }
      if (i > 0 && HitRateGrade.isThin(cell.count())) {
        assertThat(HitRateGrade.isThin(cells.get(i - 1).count())).isFalse();
      }
    }
  }

  /** Whether what lies beside a cell has no lookups, or enough of its own. */
  private static boolean isAlone(Cell cell, List<Long> lookups) {
    long sum = cell.count().lookups();
    return sum < Thresholds.TELLING_LOOKUPS
        && isNotThin(cell.first() - 1, lookups)
        && isNotThin(cell.first() + cell.span(), lookups);
  }

  private static boolean isNotThin(int piece, List<Long> lookups) {
    return piece < 0
        || piece >= lookups.size()
        || lookups.get(piece) == 0
        || lookups.get(piece) >= Thresholds.TELLING_LOOKUPS;
  }

  private static List<String> pooled(long... lookups) {
    return HeatCells.pooled(cells(Arrays.stream(lookups))).stream()
        .map(cell -> cell.first() + "+" + cell.span() + ": " + cell.count().lookups())
        .toList();
  }

  private static List<Cell> cells(LongStream lookups) {
    return HeatCells.single(lookups.mapToObj(each -> new HitCount(each, 0)).toList());
  }

  private static UsageView week() {
    return lookups().view(UsageRange.WEEK);
  }

  private static UsageViews lookups() {
    return new UsageViews()
        .with(Language.GO, PACKAGES, Duration.ofHours(1), 9, 1)
        .with(Language.RUST, PACKAGES, Duration.ofHours(1), 1, 0)
        .with(Language.GO, PACKAGES, Duration.ofDays(20), 1, 9);
  }
}
