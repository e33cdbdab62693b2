package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.TimeBuckets.Unit;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pieces of a strip of cells: of a day hours, else days, and what came before the range. */
class CellBucketsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:04Z");
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @Test
  void aDayIsShownInHoursAndSixBefore() {
    TimeBuckets cells = cells(UsageRange.DAY);

    assertThat(cells.unit()).isEqualTo(Unit.HOUR);
    assertThat(cells.size()).isEqualTo(TimeBuckets.CELLS);
    assertThat(cells.starts().getFirst()).isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
    assertThat(cells.end()).isEqualTo(Instant.parse("2026-03-04T19:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(names = {"WEEK", "MONTH"})
  void aWeekAndAMonthAreShownInTheSameDaysOfTheUsersClock(UsageRange range) {
    TimeBuckets cells = cells(range);

    assertThat(cells.unit()).isEqualTo(Unit.DAY);
    assertThat(cells.size()).isEqualTo(TimeBuckets.CELLS);
    assertThat(cells.starts().getFirst()).isEqualTo(Instant.parse("2026-02-02T18:30:00Z"));
    assertThat(cells.end()).isEqualTo(Instant.parse("2026-03-04T18:30:00Z"));
  }

  @Test
  void allTimeIsShownAsInEveryChart() {
    assertThat(cells(UsageRange.ALL))
        .isEqualTo(TimeBuckets.of(UsageRange.ALL, NOW, Instant.EPOCH, KOLKATA));
  }

  private static TimeBuckets cells(UsageRange range) {
    return TimeBuckets.cells(range, NOW, Instant.EPOCH, KOLKATA);
  }
}
