package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.TimeBuckets.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The pieces of a chart's time: none is missing, none overlaps, and they go by the user's clock.
 */
class TimeBucketsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int MAX_PIECES = 60;

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Havana",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Cairo")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<Instant> times() {
    long first = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("2027-01-01T00:00:00Z").getEpochSecond();
    return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
  }

  @Property
  void theyCoverTheRangeWithoutHolesOrOverlaps(
      @ForAll UsageRange range,
      @ForAll("zones") ZoneId zone,
      @ForAll("times") Instant now,
      @ForAll("times") Instant first) {
    TimeBuckets buckets = TimeBuckets.of(range, now, first, zone);

    Instant since = range.endingAt(now).since().orElse(first.isAfter(now) ? now : first);
    assertThat(buckets.starts()).isSortedAccordingTo(Instant::compareTo).doesNotHaveDuplicates();
    assertThat(buckets.starts().getFirst()).isBeforeOrEqualTo(since);
    assertThat(buckets.endOf(buckets.size() - 1)).isAfter(now);
    assertThat(IntStream.range(1, buckets.size()))
        .allMatch(i -> buckets.endOf(i - 1).equals(buckets.starts().get(i)));
  }

  @Property
  void aTimeLiesInThePieceThatItsIndexNames(
      @ForAll UsageRange range,
      @ForAll("zones") ZoneId zone,
      @ForAll("times") Instant now,
      @ForAll("times") Instant time) {
    TimeBuckets buckets = TimeBuckets.of(range, now, time, zone);
    int index = buckets.indexOf(time);

    boolean within =
        !time.isBefore(buckets.starts().getFirst())
            && time.isBefore(buckets.endOf(buckets.size() - 1));
    if (within) {
      assertThat(time).isAfterOrEqualTo(buckets.starts().get(index)).isBefore(buckets.endOf(index));
    } else {
      assertThat(index).isIn(0, buckets.size() - 1);
    }
  }

  @Property
  void neverAreThereMoreThanAChartCanShow(
      @ForAll UsageRange range,
      @ForAll("zones") ZoneId zone,
      @ForAll("times") Instant now,
      @ForAll @IntRange(max = 21_000) int daysBefore) {
    Instant first = now.minus(daysBefore, ChronoUnit.DAYS);

    assertThat(TimeBuckets.of(range, now, first, zone).size()).isLessThanOrEqualTo(MAX_PIECES);
  }

  @Test
  void aDayIsShownInTwoHoursAWeekInHalfDaysAndAMonthInDays() {
    Instant now = Instant.parse("2026-03-04T18:00:04Z");

    assertThat(sizeAndUnit(UsageRange.DAY, now)).isEqualTo("13 TWO_HOURS");
    assertThat(sizeAndUnit(UsageRange.WEEK, now)).isEqualTo("15 HALF_DAY");
    assertThat(sizeAndUnit(UsageRange.MONTH, now)).isEqualTo("31 DAY");
  }

  @Test
  void allTimeIsShownInDaysThenWeeksThenMonthsThenYears() {
    Instant now = Instant.parse("2026-03-04T18:00:04Z");

    assertThat(allSince(now.minus(Duration.ofDays(50)), now).unit()).isEqualTo(Unit.DAY);
    assertThat(allSince(now.minus(Duration.ofDays(200)), now).unit()).isEqualTo(Unit.WEEK);
    assertThat(allSince(now.minus(Duration.ofDays(900)), now).unit()).isEqualTo(Unit.MONTH);
    assertThat(allSince(Instant.parse("2000-01-01T00:00:00Z"), now))
        .returns(Unit.YEAR, TimeBuckets::unit)
        .returns(27, TimeBuckets::size);
    assertThat(allSince(now, now).size()).isEqualTo(1);
  }

  /** Sums of the far past are known by days of UTC: any other day would show them a day off. */
  @Test
  void allTimeIsCutByUtcWhereverTheUserIs() {
    Instant day = Instant.parse("2026-03-02T00:00:00Z");
    TimeBuckets buckets =
        TimeBuckets.of(
            UsageRange.ALL,
            Instant.parse("2026-03-04T18:00:00Z"),
            Instant.parse("2026-03-01T00:00:00Z"),
            ZoneId.of("America/New_York"));

    assertThat(buckets.starts().get(buckets.indexOf(day))).isEqualTo(day);
    assertThat(buckets.zone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void theDayOnWhichClocksAreChangedIsShorterOrLonger() {
    TimeBuckets spring = days("2026-03-31T12:00:00Z");
    TimeBuckets autumn = days("2026-10-31T12:00:00Z");

    assertThat(hours(spring)).contains(23L).containsOnly(23L, 24L);
    assertThat(hours(autumn)).contains(25L).containsOnly(25L, 24L);
  }

  @Test
  void hoursBeginAsTheyAreCountedEvenHalfAnHourFromUtc() {
    TimeBuckets buckets =
        TimeBuckets.of(
            UsageRange.DAY,
            Instant.parse("2026-03-04T18:10:00Z"),
            Instant.EPOCH,
            ZoneId.of("Asia/Kolkata"));

    assertThat(buckets.starts())
        .allMatch(start -> start.equals(start.truncatedTo(ChronoUnit.HOURS)));
  }

  @Test
  void twoHoursBeginWithAnEvenHourOfTheUsersClock() {
    TimeBuckets buckets =
        TimeBuckets.of(
            UsageRange.DAY, Instant.parse("2026-03-04T18:10:00Z"), Instant.EPOCH, BERLIN);

    assertThat(buckets.starts()).allMatch(start -> start.atZone(BERLIN).getHour() % 2 == 0);
  }

  private static String sizeAndUnit(UsageRange range, Instant now) {
    TimeBuckets buckets = TimeBuckets.of(range, now, now, ZoneOffset.UTC);
    return buckets.size() + " " + buckets.unit();
  }

  private static TimeBuckets allSince(Instant first, Instant now) {
    return TimeBuckets.of(UsageRange.ALL, now, first, ZoneOffset.UTC);
  }

  private static TimeBuckets days(String now) {
    return TimeBuckets.of(UsageRange.MONTH, Instant.parse(now), Instant.EPOCH, BERLIN);
  }

  private static List<Long> hours(TimeBuckets buckets) {
    return IntStream.range(0, buckets.size())
        .mapToObj(i -> Duration.between(buckets.starts().get(i), buckets.endOf(i)).toHours())
        .toList();
  }
}
