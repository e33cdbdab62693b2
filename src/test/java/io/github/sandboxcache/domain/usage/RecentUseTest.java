package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.domain.usage.RecentUse.Weighted;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What past hits let expect. */
class RecentUseTest {
  private static final Duration DAY = Duration.ofDays(1);

  private static Weighted daily(int hits, int days) {
    Weighted sum = Weighted.NONE;
    for (int day = 0; day < days; day++) {
      sum = sum.plus(Weighted.of(hits, DAY.multipliedBy(day)));
    }
    return sum;
  }

  @Test
  void aLookupIsWorthHalfAfterAFortnightAndAfterADay() {
    assertThat(Weighted.of(8, DAY.multipliedBy(14)).slow()).isEqualTo(4);
    assertThat(Weighted.of(8, DAY).fast()).isEqualTo(4);
  }

  @Test
  void lookupsAddUpByBothMeasures() {
    assertThat(new Weighted(1, 2).plus(new Weighted(10, 20))).isEqualTo(new Weighted(11, 22));
  }

  @Test
  void theFasterPaceOfBothIsExpectedToGoOn() {
    double twiceADay = 2 / Math.log(2);

    assertThat(new Weighted(14 * twiceADay, 0).expected(Duration.ZERO)).isCloseTo(60, within(1e-9));
    assertThat(new Weighted(0, twiceADay).expected(Duration.ZERO)).isCloseTo(60, within(1e-9));
    assertThat(new Weighted(14 * twiceADay, 0).expected(DAY))
        .isCloseTo(30 / (25 / 24.0), within(1e-9));
  }

  @Test
  void anAgeBeyondAllCountingIsWorthNothing() {
    Duration ever = Duration.ofSeconds(Long.MAX_VALUE);

    assertThat(Weighted.of(1, ever)).isEqualTo(Weighted.NONE);
    assertThat(Weighted.of(1, Duration.ZERO).expected(ever)).isLessThan(1e-9);
  }

  @Test
  void whatIsHitEveryDayIsExpectedToBeHitEveryDay() {
    assertThat(daily(2, 365).expected(Duration.ZERO)).isCloseTo(30 * 2, within(30.0));
  }

  @Test
  void aHabitOutlivesAQuietWeek() {
    Weighted habit =
        Weighted.of(20, DAY.multipliedBy(7)).plus(Weighted.of(20, DAY.multipliedBy(8)));

    assertThat(habit.expected(DAY.multipliedBy(7)))
        .isGreaterThan(Weighted.of(1, DAY.multipliedBy(7)).expected(DAY.multipliedBy(7)))
        .isLessThanOrEqualTo(30.0 / 7);
  }

  @Test
  void whatWasHitJustNowCountsMoreThanWhatWasHitAsOftenAWeekAgo() {
    assertThat(Weighted.of(3, Duration.ZERO).expected(Duration.ZERO))
        .isGreaterThan(Weighted.of(3, DAY.multipliedBy(7)).expected(DAY.multipliedBy(7)));
  }

  @Test
  void noPaceIsExpectedThatThePauseSinceTheLastUseDisproves() {
    assertThat(Weighted.of(1_000_000, Duration.ZERO).expected(DAY.multipliedBy(10)))
        .isLessThanOrEqualTo(3);
  }

  @Test
  void aClockThatRunsBehindDoesNoHarm() {
    assertThat(Weighted.of(1, DAY.negated())).isEqualTo(Weighted.of(1, Duration.ZERO));
    assertThat(Weighted.of(1, Duration.ZERO).expected(DAY.negated())).isFinite();
  }
}
