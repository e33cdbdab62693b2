package io.github.sandboxcache.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where ranges of time begin and end. */
class UsageRangeTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  @ParameterizedTest
  @CsvSource({"DAY, 24", "WEEK, 168", "MONTH, 720"})
  void aRangeEndsNowAndTheOneBeforeItWhereItBegins(UsageRange range, long hours) {
    Instant begin = NOW.minus(Duration.ofHours(hours));

    assertThat(range.endingAt(NOW)).isEqualTo(TimeRange.since(begin));
    assertThat(range.before(NOW))
        .contains(TimeRange.between(begin.minus(Duration.ofHours(hours)), begin));
    assertThat(range.resolution()).isEqualTo(Resolution.HOUR);
  }

  @Test
  void allTimeHasNoneBeforeItAndIsCountedByDays() {
    assertThat(UsageRange.ALL.endingAt(NOW)).isEqualTo(TimeRange.ALL);
    assertThat(UsageRange.ALL.before(NOW)).isEmpty();
    assertThat(UsageRange.ALL.resolution()).isEqualTo(Resolution.DAY);
  }

  @Test
  void aRangeHasItsBeginningAndNotItsEnd() {
    TimeRange range = TimeRange.between(NOW, NOW.plusSeconds(1));

    assertThat(range.contains(NOW.minusMillis(1))).isFalse();
    assertThat(range.contains(NOW)).isTrue();
    assertThat(range.contains(NOW.plusMillis(999))).isTrue();
    assertThat(range.contains(NOW.plusSeconds(1))).isFalse();
    assertThat(range.isAll()).isFalse();
  }

  @Test
  void onlyARangeWithoutBeginningAndEndIsAllTime() {
    assertThat(TimeRange.ALL.isAll()).isTrue();
    assertThat(TimeRange.ALL.contains(NOW)).isTrue();
    assertThat(TimeRange.since(NOW).isAll()).isFalse();
    assertThat(new TimeRange(TimeRange.ALL.since(), TimeRange.between(NOW, NOW).until()).isAll())
        .isFalse();
  }
}
