package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which images were hit in a span of time. Read anew only after somebody has written to the ledger:
 * each letter typed into the search asks again. Waits for the disk, so not for the FX thread;
 * thread-safe.
 */
final class SpanHits {
  private static final Logger LOG = LoggerFactory.getLogger(SpanHits.class);

  private Optional<Reading> last = Optional.empty();

  private record Reading(
      UsageLedger ledger, TimeRange span, long changeCount, Set<CacheReference> images) {}

  /** The images, whether they are still there or not; empty when the ledger cannot be read. */
  synchronized Optional<Set<CacheReference>> read(UsageLedger ledger, TimeRange span) {
    try {
      // Asked before reading: what is written in between is read the next time.
      long changeCount = ledger.changeCount();
      last =
          last.filter(known -> isOf(known, ledger, span, changeCount))
              .or(() -> Optional.of(new Reading(ledger, span, changeCount, hit(ledger, span))));
      return last.map(Reading::images);
    } catch (UsageLedgerException e) {
      LOG.warn("It cannot be read which images were hit in {}", span, e);
      last = Optional.empty();
      return Optional.empty();
    }
  }

  private static boolean isOf(Reading known, UsageLedger ledger, TimeRange span, long changeCount) {
    return known.ledger().equals(ledger)
        && known.span().equals(span)
        && known.changeCount() == changeCount;
  }

  private static Set<CacheReference> hit(UsageLedger ledger, TimeRange span) {
    return ledger.report(span).images().values().stream()
        .filter(image -> image.count().hits() > 0)
        .map(image -> image.reference())
        .collect(Collectors.toUnmodifiableSet());
  }
}
