package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which images somebody wants to see, as a click on a row of a chart or a choice says it. */
public sealed interface CacheFilter {
  /** The images of a language. */
  record OfLanguage(Language language) implements CacheFilter {}

  /**
   * The images for which a package was asked.
   *
   * @param name its name without version or extras, as {@link
   *     io.github.sandboxcache.domain.usage.UsageReport.PackageHits} has it
   */
  record WithPackage(Language language, String name) implements CacheFilter {}

  /** One image. */
  record OneImage(CacheReference reference) implements CacheFilter {}

  /**
   * The images that have all packages of a set that was missed.
   *
   * @param reference the image that it would be
   * @param packages its packages as given; empty when nobody told them, and then no image has them
   */
  record LikeMissed(CacheReference reference, List<String> packages) implements CacheFilter {
    /** Copies the list, so that the record never changes. */
    public LikeMissed {
      packages = List.copyOf(packages);
    }

    /** The filter for that set; it stays the same one when the set is missed once more. */
    public static LikeMissed of(MissedSet set) {
      return new LikeMissed(set.reference(), set.packages().orElse(List.of()));
    }
  }

  /**
   * The images with a hit in a span of time, as a cell of a chart has it.
   *
   * @param language only those of this language; empty for all
   * @param start the first instant of the span, UTC
   * @param end the first instant after it, UTC; after {@code start}
   */
  record HitWithin(Optional<Language> language, Instant start, Instant end) implements CacheFilter {
    /** Refuses a span without any time. */
    public HitWithin {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("no time between " + start + " and " + end);
      }
    }

    /** The span. */
    public TimeRange range() {
      return TimeRange.between(start, end);
    }
  }

  /** The images that the team's registry has, as far as that is known. */
  record InRegistry() implements CacheFilter {}

  /** The images that nobody has hit of late, though somebody could have. */
  record Unused() implements CacheFilter {}
}
