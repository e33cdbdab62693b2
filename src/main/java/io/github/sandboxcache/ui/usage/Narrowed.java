package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.PackageUse;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of the tops a filter leaves. Rates are kept of whole languages over time, so they stay as
 * they are; of other filters it is not known which lookups they leave.
 *
 * @param images whether an image is left
 * @param sets whether a set that was missed is left
 */
record Narrowed(Predicate<CacheReference> images, Predicate<MissedSet> sets) {
  private static final Narrowed ALL = new Narrowed(_ -> true, _ -> true);

  static Narrowed by(Optional<CacheFilter> filter, UsageReport report) {
    return filter
        .map(
            wanted ->
                switch (wanted) {
                  case OfLanguage(Language language) ->
                      new Narrowed(
                          image -> image.language().equals(language),
                          set -> set.reference().language().equals(language));
                  case WithPackage(Language language, String name) ->
                      new Narrowed(with(language, name, report)::contains, _ -> true);
                  case OneImage(CacheReference reference) ->
                      new Narrowed(reference::equals, _ -> true);
                  case CacheFilter.LikeMissed _, CacheFilter.HitWithin _, CacheFilter.Unused _ ->
                      ALL;
                })
        .orElse(ALL);
  }

  private static Set<CacheReference> with(Language language, String name, UsageReport report) {
    return report.packages().stream()
        .filter(each -> each.language().equals(language) && each.name().equals(name))
        .map(PackageUse::images)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }
}
