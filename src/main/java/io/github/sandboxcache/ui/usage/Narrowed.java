package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.PackageUse;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.CacheView;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a filter leaves for the charts: of a package or an image all of them show only that. A
 * language stays beside the others in rates and sizes, where it was chosen and another one can be.
 * Of other filters it is not known which lookups they leave.
 *
 * @param view what is shown
 * @param language the only language in the tops; empty for all
 */
record Narrowed(CacheView view, Optional<Language> language) {
  private static final Logger LOG = LoggerFactory.getLogger(Narrowed.class);

  /**
   * What that filter leaves of a view. Reads the ledger: not for the FX thread.
   *
   * @param ledger where lookups are read from; without it they stay whole
   */
  static Narrowed of(CacheView whole, Optional<CacheFilter> filter, Optional<UsageLedger> ledger) {
    return switch (filter.orElse(null)) {
      case OfLanguage(Language which) -> new Narrowed(whole, Optional.of(which));
      case WithPackage(Language which, String name) ->
          only(with(which, name, whole.usage().report()), whole, ledger);
      case OneImage(CacheReference reference) -> only(Set.of(reference), whole, ledger);
      case CacheFilter.LikeMissed _,
          CacheFilter.HitWithin _,
          CacheFilter.InRegistry _,
          CacheFilter.Unused _ ->
          all(whole);
      case null -> all(whole);
    };
  }

  private static Narrowed all(CacheView whole) {
    return new Narrowed(whole, Optional.empty());
  }

  private static Narrowed only(
      Set<CacheReference> images, CacheView whole, Optional<UsageLedger> ledger) {
    try {
      return all(ledger.map(from -> whole.only(images, from)).orElse(whole));
    } catch (UsageLedgerException e) {
      LOG.info("lookups of some images cannot be read, so those of all are shown", e);
      return all(whole);
    }
  }

  private static Set<CacheReference> with(Language language, String name, UsageReport report) {
    return report.packages().stream()
        .filter(each -> each.language().equals(language) && each.name().equals(name))
        .map(PackageUse::images)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  /** The numbers for the tops. */
  UsageReport report() {
    UsageReport report = view.usage().report();
    return language
        .map(which -> report.only(image -> image.language().equals(which)))
        .orElse(report);
  }

  /** Whether what is about that language is left in the tops. */
  boolean has(Language other) {
    return language.filter(which -> !which.equals(other)).isEmpty();
  }
}
