package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.Retention.DAY_MS;
import static io.github.sandboxcache.adapter.sqlite.Retention.HOUR_MS;

import io.github.sandboxcache.domain.usage.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of time cut into pieces that are read from different tables: whole days and hours from
 * sums, the rest from single facts. Together they count every fact of the range exactly once.
 */
final class Segments {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long FOREVER = Long.MAX_VALUE;

  private Segments() {}

  /** Where a piece is read from. */
  enum Table {
    FACTS(1),
    HOURS(HOUR_MS),
    DAYS(DAY_MS);

    final long unitMs;

    Table(long unitMs) {
      this.unitMs = unitMs;
    }
  }

  /**
   * One piece.
   *
   * @param table where it is read from
   * @param from its first ms, hour or day
   * @param to the first one after it
   */
  record Segment(Table table, long from, long to) {}

  /**
   * Cuts a range.
   *
   * @param keptSince the first ms from which on facts and hours are kept; days before are whole
   * @param tables the tables there are, from the finest to the coarsest
   */
  static List<Segment> of(TimeRange range, long keptSince, List<Table> tables) {
    long from = range.since().map(Segments::milliseconds).orElse(NEVER);
    long to = range.until().map(Segments::milliseconds).orElse(FOREVER);
    List<Segment> segments = new ArrayList<>();
    if (from < keptSince && from < to) {
      long first = from == NEVER ? NEVER : Math.floorDiv(from, DAY_MS);
      long end = to < keptSince ? up(to, DAY_MS) : keptSince / DAY_MS;
      segments.add(new Segment(Table.DAYS, first, end));
      from = keptSince;
    }
    cut(from, to, tables.size() - 1, tables, segments);
    return segments;
  }

  /** Takes the coarsest units that lie within, and what is left on both sides from finer ones. */
  private static void cut(
      long from, long to, int level, List<Table> tables, List<Segment> segments) {
    if (from >= to) {
      return;
    }
    Table table = tables.get(level);
    long first = from == NEVER ? NEVER : up(from, table.unitMs);
    long end = to == FOREVER ? FOREVER : Math.floorDiv(to, table.unitMs);
    if (first >= end) {
      cut(from, to, level - 1, tables, segments);
      return;
    }
    if (first != NEVER) {
      cut(from, first * table.unitMs, level - 1, tables, segments);
    }
    segments.add(new Segment(table, first, end));
    if (end != FOREVER) {
      cut(end * table.unitMs, to, level - 1, tables, segments);
    }
  }

  private static long up(long ms, long unit) {
    return -Math.floorDiv(-ms, unit);
  }

  /**
   * The first whole millisecond that is not before that time. Times far outside of what can be
   * counted are as good as without end.
   */
  static long milliseconds(Instant time) {
    try {
      // Facts have whole milliseconds, so that a part of one excludes the whole.
      boolean whole = time.truncatedTo(ChronoUnit.MILLIS).equals(time);
      return time.toEpochMilli() + (whole ? 0 : 1);
    } catch (ArithmeticException _) {
      return time.getEpochSecond() < 0 ? NEVER : FOREVER;
    }
  }
}
