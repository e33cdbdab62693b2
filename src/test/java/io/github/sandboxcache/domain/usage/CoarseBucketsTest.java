package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sandboxcache.domain.usage.TimeBuckets.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pieces of time where there is little room, and the lengths at which they grow. */
class CoarseBucketsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:04Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void withLittleRoomAWeekIsShownInDays() {
    TimeBuckets week = TimeBuckets.coarse(UsageRange.WEEK, NOW, Instant.EPOCH, BERLIN);

    assertThat(week.unit()).isEqualTo(Unit.DAY);
    assertThat(week.size()).isEqualTo(8);
    assertThat(week.starts().getFirst()).isEqualTo(Instant.parse("2026-02-24T23:00:00Z"));
    assertThat(week.end()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
  }

  @Test
  void otherRangesAreShownAsWhereThereIsRoom() {
    for (UsageRange range : List.of(UsageRange.DAY, UsageRange.MONTH, UsageRange.ALL)) {
      assertThat(TimeBuckets.coarse(range, NOW, NOW.minusSeconds(9), BERLIN))
          .isEqualTo(TimeBuckets.of(range, NOW, NOW.minusSeconds(9), BERLIN));
    }
  }

  @ParameterizedTest
  @CsvSource({"58, DAY", "59, WEEK", "406, WEEK", "407, MONTH", "1794, MONTH", "1795, YEAR"})
  void piecesOfAllTimeGrowWithIt(long days, Unit unit) {
    assertThat(TimeBuckets.of(UsageRange.ALL, NOW, NOW.minus(Duration.ofDays(days)), BERLIN).unit())
        .isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-03-02T00:00:00Z, 3",
    "WEEK, 2025-12-01T00:00:00Z, 14",
    "MONTH, 2024-01-01T00:00:00Z, 27",
    "YEAR, 2010-01-01T00:00:00Z, 17"
  })
  void aPieceOfAllTimeBeginsWithADayAMondayAMonthOrAYear(Unit unit, Instant begin, int pieces) {
    Instant first = begin.plusSeconds(unit == Unit.DAY ? 3_600 : 40 * 3_600);
    TimeBuckets buckets = TimeBuckets.of(UsageRange.ALL, NOW, first, BERLIN);

    assertThat(buckets.unit()).isEqualTo(unit);
    assertThat(buckets.starts().getFirst()).isEqualTo(begin);
    assertThat(buckets.size()).isEqualTo(pieces);
  }

  @Test
  void aFirstLookupThatIsYetToComeIsNoReasonToBeginLater() {
    assertThat(TimeBuckets.of(UsageRange.ALL, NOW, NOW.plusSeconds(99_999), BERLIN))
        .isEqualTo(TimeBuckets.of(UsageRange.ALL, NOW, NOW, BERLIN));
  }

  @Test
  void thereIsNoTimeWithoutPieces() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeBuckets(List.of(), NOW, Unit.DAY, ZoneOffset.UTC));
  }
}
