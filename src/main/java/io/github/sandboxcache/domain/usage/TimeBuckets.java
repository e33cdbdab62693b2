package io.github.sandboxcache.domain.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A range of time cut into pieces for a chart: two whole hours of UTC, half days or days of the
 * user's clock; all time in days, weeks, months or years of UTC, because only those are known of
 * its beginning. The first and the last piece may stick out of the range. Where the user's clock is
 * not whole hours from UTC, the hour in which a day begins counts with the day before.
 *
 * @param starts the beginning of each piece, UTC, in order; at least one
 * @param end the end of the last piece
 * @param unit how long a piece is
 * @param zone the clock by which the pieces begin, or are told for hours
 */
public record TimeBuckets(List<Instant> starts, Instant end, Unit unit, ZoneId zone) {
  /** How many pieces a strip of cells has, except for all time. */
  public static final int CELLS = 30;

  /** More pieces of all time would be too thin to see. */
  private static final int MAX_PIECES = 60;

  /** How long the pieces are. */
  public enum Unit {
    HOUR,
    /** In single hours a day of few lookups is all ups and downs. */
    TWO_HOURS,
    HALF_DAY,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /** Copies the list, so that the record never changes. */
  public TimeBuckets {
    starts = List.copyOf(starts);
    if (starts.isEmpty()) {
      throw new IllegalArgumentException("no time at all");
    }
  }

  /**
   * The pieces for a range.
   *
   * @param now the end of the range
   * @param first the first lookup ever, which is where all time begins
   * @param zone the user's clock
   */
  public static TimeBuckets of(UsageRange range, Instant now, Instant first, ZoneId zone) {
    Instant since = range.endingAt(now).since().orElse(first.isAfter(now) ? now : first);
    return switch (range) {
      case DAY -> of(since, now, zone, Unit.TWO_HOURS);
      case WEEK -> of(since, now, zone, Unit.HALF_DAY);
      case MONTH -> of(since, now, zone, Unit.DAY);
      case ALL -> of(since, now, ZoneOffset.UTC, unitFor(since, now));
    };
  }

  /** The same for a chart with little room: a week in days, the rest as above. */
  public static TimeBuckets coarse(UsageRange range, Instant now, Instant first, ZoneId zone) {
    return range == UsageRange.WEEK
        ? of(range.endingAt(now).since().orElse(first), now, zone, Unit.DAY)
        : of(range, now, first, zone);
  }

  /**
   * The pieces for a strip of cells: whole hours of UTC for a day, days of the user's clock for a
   * week or a month, so many that the range is their end and what came before it their beginning;
   * of all time as above.
   *
   * @param now the end of the range
   * @param first the first lookup ever
   * @param zone the user's clock
   */
  public static TimeBuckets cells(UsageRange range, Instant now, Instant first, ZoneId zone) {
    return switch (range) {
      case DAY -> of(now.minus(CELLS - 1L, ChronoUnit.HOURS), now, zone, Unit.HOUR);
      case WEEK, MONTH ->
          of(
              now.atZone(zone).toLocalDate().minusDays(CELLS - 1L).atStartOfDay(zone).toInstant(),
              now,
              zone,
              Unit.DAY);
      case ALL -> of(range, now, first, zone);
    };
  }

  /** The first and the last piece may be there in part, so that there are two more than fit. */
  private static Unit unitFor(Instant since, Instant now) {
    long most = MAX_PIECES - 2L;
    long days = ChronoUnit.DAYS.between(since, now);
    if (days <= most) {
      return Unit.DAY;
    }
    if (days <= most * 7) {
      return Unit.WEEK;
    }
    long months =
        ChronoUnit.MONTHS.between(since.atZone(ZoneOffset.UTC), now.atZone(ZoneOffset.UTC));
    return months <= most ? Unit.MONTH : Unit.YEAR;
  }

  private static TimeBuckets of(Instant since, Instant until, ZoneId zone, Unit unit) {
    List<Instant> starts = new ArrayList<>();
    ZonedDateTime start = startOf(since.atZone(zone), unit);
    while (starts.isEmpty() || !start.toInstant().isAfter(until)) {
      Instant instant = start.toInstant();
      // Where clocks are put forward over midnight, two pieces begin at once.
      if (starts.isEmpty() || instant.isAfter(starts.getLast())) {
        starts.add(instant);
      }
      start = next(start, unit);
    }
    return new TimeBuckets(starts, start.toInstant(), unit, zone);
  }

  private static ZonedDateTime startOf(ZonedDateTime time, Unit unit) {
    LocalDate date = time.toLocalDate();
    ZoneId zone = time.getZone();
    return switch (unit) {
      case HOUR -> time.toInstant().truncatedTo(ChronoUnit.HOURS).atZone(zone);
      case TWO_HOURS -> {
        ZonedDateTime hour = time.toInstant().truncatedTo(ChronoUnit.HOURS).atZone(zone);
        yield hour.minusHours(hour.getHour() % 2);
      }
      case HALF_DAY -> time.truncatedTo(ChronoUnit.HALF_DAYS);
      case DAY -> date.atStartOfDay(zone);
      case WEEK -> date.minusDays(date.getDayOfWeek().getValue() - 1L).atStartOfDay(zone);
      case MONTH -> date.with(TemporalAdjusters.firstDayOfMonth()).atStartOfDay(zone);
      case YEAR -> date.with(TemporalAdjusters.firstDayOfYear()).atStartOfDay(zone);
    };
  }

  private static ZonedDateTime next(ZonedDateTime start, Unit unit) {
    ZoneId zone = start.getZone();
    return switch (unit) {
      case HOUR -> start.plusHours(1);
      case TWO_HOURS -> start.plusHours(2);
      case HALF_DAY ->
          start.getHour() < 12
              ? start.toLocalDate().atTime(12, 0).atZone(zone)
              : start.toLocalDate().plusDays(1).atStartOfDay(zone);
      case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(zone);
      case WEEK -> start.toLocalDate().plusWeeks(1).atStartOfDay(zone);
      case MONTH -> start.toLocalDate().plusMonths(1).atStartOfDay(zone);
      case YEAR -> start.toLocalDate().plusYears(1).atStartOfDay(zone);
    };
  }

  /** How many pieces there are. */
  public int size() {
    return starts.size();
  }

  /** The end of a piece, which is where the next one begins. */
  public Instant endOf(int index) {
    return index + 1 < starts.size() ? starts.get(index + 1) : end;
  }

  /**
   * The piece in which that instant lies; what lies before all, as the beginning of a UTC hour or
   * day may, belongs to the first, and what lies after all to the last.
   */
  public int indexOf(Instant time) {
    int found = Collections.binarySearch(starts, time);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}
