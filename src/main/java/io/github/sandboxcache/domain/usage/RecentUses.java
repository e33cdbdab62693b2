package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What images have been good for lately, all at one moment.
 *
 * @param now that moment, UTC
 * @param since the day of the first fact, UTC: before it nobody looked; empty without any fact
 * @param images every image that any fact is about
 * @param installTimes the median install time of each language where known
 * @param anyLookups whether any lookup is known, a hit or a miss, however long ago
 */
public record RecentUses(
    Instant now,
    Optional<Instant> since,
    Map<CacheReference, RecentUse> images,
    Map<Language, Duration> installTimes,
    boolean anyLookups) {
  private static final Duration A_DAY = Duration.ofDays(1);

  /** Copies the maps, so that the record never changes. */
  public RecentUses {
    images = Map.copyOf(images);
    installTimes = Map.copyOf(installTimes);
  }

  /** Where no lookup is known but those of which these images tell. */
  public RecentUses(
      Instant now,
      Optional<Instant> since,
      Map<CacheReference, RecentUse> images,
      Map<Language, Duration> installTimes) {
    this(
        now,
        since,
        images,
        installTimes,
        images.values().stream().anyMatch(image -> image.lookups().slow() > 0));
  }

  /** Of a ledger without facts. */
  public static RecentUses none(Instant now) {
    return new RecentUses(now, Optional.empty(), Map.of(), Map.of());
  }

  /**
   * What a ledger knows now; empty while it takes nothing down, for then it does not know the last
   * uses.
   *
   * @throws UsageLedgerException when it cannot be read
   */
  public static Optional<RecentUses> known(UsageLedger ledger, Instant now) {
    return ledger.whyNotWritable().isPresent()
        ? Optional.empty()
        : Optional.of(ledger.recentUses(now));
  }

  /** What is known of one image. */
  public RecentUse of(CacheReference reference) {
    RecentUse known = images.get(reference);
    return known != null
        ? known
        : new RecentUse(
            0,
            RecentUse.Weighted.NONE,
            Optional.empty(),
            Optional.ofNullable(installTimes.get(reference.language())));
  }

  /** The hits of all images lately, of those that are gone, too. */
  public long hits() {
    return images.values().stream().mapToLong(RecentUse::hits).sum();
  }

  /**
   * Whether some images are worth the disk they take, by the hits of {@link RecentUse#RECENT}, or
   * of as long as they have been there and anybody has looked.
   *
   * @param references the images
   * @param made when the first of them was made, UTC; empty when not known
   * @param bytes what they take; empty when not known
   */
  public Worth worth(
      Collection<CacheReference> references, Optional<Instant> made, OptionalLong bytes) {
    return any() ? Worth.of(saved(references), watched(made), bytes) : Worth.UNKNOWN;
  }

  /** As {@link UsageReport#saved(Collection)} has it. */
  private Optional<Duration> saved(Collection<CacheReference> references) {
    Duration sum = Duration.ZERO;
    boolean known = false;
    boolean hit = false;
    for (CacheReference reference : references) {
      RecentUse use = of(reference);
      if (use.hits() > 0) {
        hit = true;
        known |= use.installTime().isPresent();
        sum = sum.plus(use.installTime().orElse(Duration.ZERO).multipliedBy(use.hits()));
      }
    }
    return known || !hit ? Optional.of(sum) : Optional.empty();
  }

  /**
   * For how long the hits of an image say what it is good for: no longer than {@link
   * RecentUse#RECENT}, than it is there, and than anybody has looked.
   *
   * @param made when it was made, UTC; empty when not known
   */
  public Duration watched(Optional<Instant> made) {
    Instant begin =
        Stream.of(Optional.of(now.minus(RecentUse.RECENT)), made, since)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Duration.between(begin, now);
  }

  /**
   * Whether anybody has looked for at least that long: only then is no use known as none. At what
   * time of the first day somebody began is not known, so that day does not count.
   */
  public boolean cover(Duration span) {
    return since.filter(first -> !first.plus(A_DAY).isAfter(now.minus(span))).isPresent();
  }

  /**
   * Whether both tell the same, but for the time that went by: the weights of lookups, which fade
   * as it does, aside.
   */
  public boolean saysTheSameAs(RecentUses other) {
    return since.equals(other.since)
        && anyLookups == other.anyLookups
        && installTimes.equals(other.installTimes)
        && images.keySet().equals(other.images.keySet())
        && images.entrySet().stream()
            .allMatch(entry -> entry.getValue().saysTheSameAs(other.of(entry.getKey())));
  }

  /** Whether anybody has ever looked. */
  public boolean any() {
    return since.isPresent();
  }
}
