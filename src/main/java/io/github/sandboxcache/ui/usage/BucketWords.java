package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.usage.TimeBuckets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the pieces of a chart's time into words. */
public final class BucketWords {
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter WEEKDAY = format("EEE");
  private static final DateTimeFormatter DAY = format("d MMM");
  private static final DateTimeFormatter MONTH = format("MMM uuuu");
  private static final DateTimeFormatter WHOLE_DAY = format("EEEE, d MMMM uuuu");

  private BucketWords() {}

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

  private static String tick(ZonedDateTime start, TimeBuckets.Unit unit) {
    return switch (unit) {
      case HOUR -> TIME.format(start);
      case HALF_DAY -> WEEKDAY.format(start);
      case DAY, WEEK -> DAY.format(start);
      case MONTH -> MONTH.format(start);
    };
  }

  /** Which time a piece is about, in full. */
  public static String whole(TimeBuckets buckets, int index) {
    Instant begin = buckets.starts().get(index);
    ZonedDateTime start = begin.atZone(buckets.zone());
    ZonedDateTime end = buckets.endOf(index).atZone(buckets.zone());
    return switch (buckets.unit()) {
      case HOUR, HALF_DAY ->
          WHOLE_DAY.format(start) + ", " + TIME.format(start) + "–" + TIME.format(end);
      case DAY -> WHOLE_DAY.format(start);
      case WEEK ->
          DAY.format(start) + " – " + DAY.format(end.minusDays(1)) + end.format(format(" uuuu"));
      case MONTH -> MONTH.format(start);
    };
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
