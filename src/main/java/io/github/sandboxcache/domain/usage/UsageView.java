package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is shown of the cache's use at one moment.
 *
 * @param range the range that is shown
 * @param report the numbers of that range
 * @param beforeByLanguage hits and misses of the range just before; none for all time
 * @param timeline lookups over the range
 * @param cells lookups in the pieces of a strip of cells: over the range, and for a day or a week
 *     over what came before it
 * @param failedSaves saves of the sandbox that failed in the last 7 days, whatever the range
 * @param missed what sandboxes missed in the last 30 days, whatever the range; what is cached now
 *     last
 * @param recent what images have been good for lately, whatever the range; empty while nothing is
 *     known
 */
public record UsageView(
    UsageRange range,
    UsageReport report,
    Map<Language, HitCount> beforeByLanguage,
    LookupTimeline timeline,
    LookupTimeline cells,
    FailedSaves failedSaves,
    List<MissedSet> missed,
    Optional<RecentUses> recent) {
  /** The range that is shown at first. */
  public static final UsageRange FIRST_RANGE = UsageRange.WEEK;

  /** What is shown while nothing is known. */
  public static final UsageView EMPTY =
      new UsageView(
          FIRST_RANGE,
          UsageReport.EMPTY,
          Map.of(),
          LookupTimeline.of(
              TimeBuckets.of(FIRST_RANGE, Instant.EPOCH, Instant.EPOCH, ZoneOffset.UTC), List.of()),
          LookupTimeline.of(
              TimeBuckets.cells(FIRST_RANGE, Instant.EPOCH, Instant.EPOCH, ZoneOffset.UTC),
              List.of()),
          FailedSaves.NONE,
          List.of(),
          Optional.empty());

  /** Copies the collections, so that the record never changes. */
  public UsageView {
    beforeByLanguage = Map.copyOf(beforeByLanguage);
    missed = List.copyOf(missed);
  }

  /**
   * Reads it from a ledger.
   *
   * @param there the images that are there
   * @param now where the range ends
   * @param zone the user's clock, by which time is cut into pieces
   * @throws UsageLedgerException when the ledger cannot be read
   */
  public static UsageView of(
      UsageLedger ledger, Set<CacheReference> there, UsageRange range, Instant now, ZoneId zone) {
    TimeRange shown = range.endingAt(now);
    List<LookupCount> counts = ledger.lookups(shown, range.resolution());
    Instant first = counts.isEmpty() ? now : counts.getFirst().start();
    LookupTimeline timeline = LookupTimeline.of(TimeBuckets.of(range, now, first, zone), counts);
    return new UsageView(
        range,
        ledger.report(shown),
        // Only their sums are wanted, for which few days are as good as many hours.
        range
            .before(shown)
            .map(earlier -> sums(ledger.lookups(earlier, Resolution.DAY)))
            .orElse(Map.of()),
        timeline,
        range == UsageRange.ALL ? timeline : cells(ledger, range, now, zone),
        ledger.failedSaves(UsageRange.WEEK.endingAt(now), now),
        ledger.missed(now, there),
        RecentUses.known(ledger, now));
  }

  /**
   * The same lookups, but only those of some images. What was missed and what images have been good
   * for lately stay as they are.
   *
   * @param ledger where this was read from
   * @throws UsageLedgerException when the ledger cannot be read
   */
  public UsageView only(UsageLedger ledger, Set<CacheReference> images) {
    TimeRange shown = report.range();
    LookupTimeline fewer =
        LookupTimeline.of(timeline.buckets(), lookups(ledger, images, shown, range.resolution()));
    return new UsageView(
        range,
        report.only(images::contains),
        range
            .before(shown)
            .map(earlier -> sums(lookups(ledger, images, earlier, Resolution.DAY)))
            .orElse(Map.of()),
        fewer,
        range == UsageRange.ALL
            ? fewer
            : LookupTimeline.of(
                cells.buckets(),
                lookups(ledger, images, from(cells.buckets()), range.resolution())),
        failedSaves,
        missed,
        recent);
  }

  private static List<LookupCount> lookups(
      UsageLedger ledger, Set<CacheReference> images, TimeRange in, Resolution resolution) {
    return images.stream()
        .flatMap(image -> ledger.lookups(image, in, resolution).stream())
        .toList();
  }

  private static LookupTimeline cells(
      UsageLedger ledger, UsageRange range, Instant now, ZoneId zone) {
    TimeBuckets buckets = TimeBuckets.cells(range, now, now, zone);
    return LookupTimeline.of(buckets, ledger.lookups(from(buckets), range.resolution()));
  }

  private static TimeRange from(TimeBuckets buckets) {
    return TimeRange.since(buckets.starts().getFirst());
  }

  private static Map<Language, HitCount> sums(List<LookupCount> counts) {
    return counts.stream()
        .collect(Collectors.toMap(LookupCount::language, LookupCount::count, HitCount::plus));
  }

  /** Hits and misses of the range just before, of all languages; none for all time. */
  public HitCount before() {
    return beforeByLanguage.values().stream().reduce(HitCount.NONE, HitCount::plus);
  }
}
