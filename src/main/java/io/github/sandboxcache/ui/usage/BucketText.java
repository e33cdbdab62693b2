package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.TimeBuckets;
import io.github.sandboxcache.text.Texts;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of a chart's time into words. */
public final class BucketText {
  private BucketText() {}

  /**
   * A word on the axis.
   *
   * @param first the piece that it begins under
   * @param span how many pieces it is about
   * @param text the word
   */
  public record Tick(int first, int span, String text) {}

  /** Words beneath an axis that has room for so many. */
  public static List<Tick> ticks(TimeBuckets buckets, int most) {
    List<Tick> all = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i++) {
      ZonedDateTime start = buckets.starts().get(i).atZone(buckets.zone());
      boolean secondHalf =
          buckets.unit() == TimeBuckets.Unit.HALF_DAY
              && !start.toLocalTime().equals(LocalTime.MIDNIGHT);
      if (!secondHalf) {
        int span = buckets.unit() == TimeBuckets.Unit.HALF_DAY ? 2 : 1;
        all.add(new Tick(i, Math.min(span, buckets.size() - i), tick(start, buckets.unit())));
      }
    }
    int step = Math.ceilDiv(all.size(), most);
    List<Tick> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      shown.add(all.get(i));
    }
    return shown;
  }

  /** When a piece begins, in a word. */
  static String tick(TimeBuckets buckets, int index) {
    return tick(buckets.starts().get(index).atZone(buckets.zone()), buckets.unit());
  }

  private static String tick(ZonedDateTime start, TimeBuckets.Unit unit) {
    return switch (unit) {
      case HOUR, TWO_HOURS -> date("time", start);
      case HALF_DAY -> date("weekday", start);
      case DAY, WEEK -> date("day", start);
      case MONTH -> date("month", start);
      case YEAR -> date("whole-year", start);
    };
  }

  /** Which time a piece is about, in full. */
  public static String whole(TimeBuckets buckets, int index) {
    return whole(buckets, index, 1);
  }

  /** The same of several pieces, one after the other. */
  static String whole(TimeBuckets buckets, int first, int span) {
    ZonedDateTime start = buckets.starts().get(first).atZone(buckets.zone());
    ZonedDateTime end = buckets.endOf(first + span - 1).atZone(buckets.zone());
    return switch (buckets.unit()) {
      case HOUR, TWO_HOURS, HALF_DAY ->
          date("whole-day", start) + ", " + date("time", start) + "–" + date("time", end);
      case DAY -> span == 1 ? date("whole-day", start) : days(start, end);
      case WEEK -> days(start, end);
      case MONTH -> fromTo("month", start, end.minusDays(1));
      case YEAR -> fromTo("whole-year", start, end.minusDays(1));
    };
  }

  private static String days(ZonedDateTime start, ZonedDateTime end) {
    ZonedDateTime last = end.minusDays(1);
    return date("day", start) + " – " + date("day", last) + date("year", last);
  }

  private static String fromTo(String form, ZonedDateTime start, ZonedDateTime last) {
    String from = date(form, start);
    String to = date(form, last);
    return from.equals(to) ? from : from + " – " + to;
  }

  private static String date(String form, ZonedDateTime time) {
    return Texts.date("date." + form).format(time);
  }
}
