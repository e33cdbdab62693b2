package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range has its beginning and not its end, so that ranges side by side share nothing. */
class TimeRangeTest {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  @Test
  void itsBeginningLiesInItAndItsEndDoesNot() {
    TimeRange hour = TimeRange.between(NOW, NOW.plusSeconds(3_600));
    assertThat(hour.contains(NOW)).isTrue();
    assertThat(hour.contains(NOW.minusNanos(1))).isFalse();
    assertThat(hour.contains(NOW.plusSeconds(3_600).minusNanos(1))).isTrue();
    assertThat(hour.contains(NOW.plusSeconds(3_600))).isFalse();
  }

  @Test
  void withoutAnEndItGoesOn() {
    assertThat(TimeRange.since(NOW).contains(Instant.MAX)).isTrue();
    assertThat(TimeRange.since(NOW).contains(NOW.minusNanos(1))).isFalse();
    assertThat(TimeRange.ALL.contains(Instant.MIN)).isTrue();
  }

  @Test
  void onlyARangeWithoutEndsIsAll() {
    assertThat(TimeRange.ALL.isAll()).isTrue();
    assertThat(TimeRange.since(NOW).isAll()).isFalse();
    assertThat(new TimeRange(Optional.empty(), Optional.of(NOW)).isAll()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-03-30T12:00:00Z, 2026-03-29T12:00:00Z",
    "WEEK, 2026-03-24T12:00:00Z, 2026-03-17T12:00:00Z",
    "MONTH, 2026-03-01T12:00:00Z, 2026-01-30T12:00:00Z"
  })
  void theRangeBeforeIsAsLongAndEndsWhereTheShownOneBegins(
      UsageRange range, Instant begin, Instant before) {
    assertThat(range.endingAt(NOW)).isEqualTo(TimeRange.since(begin));
    assertThat(range.before(range.endingAt(NOW))).contains(TimeRange.between(before, begin));
    assertThat(range.resolution()).isEqualTo(Resolution.HOUR);
  }

  @Test
  void allTimeHasNoneBeforeIt() {
    assertThat(UsageRange.ALL.endingAt(NOW)).isEqualTo(TimeRange.ALL);
    assertThat(UsageRange.ALL.before(TimeRange.ALL)).isEmpty();
    assertThat(UsageRange.ALL.resolution()).isEqualTo(Resolution.DAY);
  }

  @Test
  void aFactIsOfAWholeMillisecond() {
    UsageFact fact =
        UsageFact.of(
            NOW.plusNanos(1_999_999),
            FactKind.HIT,
            new CacheReference(Language.GO, "aaaaaaaaaaaa"),
            FactSource.app(""),
            1);
    assertThat(fact.time()).isEqualTo(NOW.plusMillis(1));
  }

  @Test
  void aRateIsInPercentAndUnknownWhileNobodyAsked() {
    assertThat(new HitCount(3, 1).ratePercent()).hasValue(75);
    assertThat(new HitCount(0, 4).ratePercent()).hasValue(0);
    assertThat(HitCount.NONE.ratePercent()).isEmpty();
    assertThat(new HitCount(3, 1).plus(new HitCount(10, 20))).isEqualTo(new HitCount(13, 21));
    assertThat(new HitCount(3, 1).plus(true).plus(false)).isEqualTo(new HitCount(4, 2));
    assertThat(new HitCount(3, 1).lookups()).isEqualTo(4);
  }
}
