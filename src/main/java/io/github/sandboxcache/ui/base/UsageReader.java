package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a ledger knows, and only when it has changed, something else is asked, or time has
 * gone on so far that it shows. Waits for the disk: not for the FX thread. Thread-safe.
 */
final class UsageReader {
  private static final Logger LOG = LoggerFactory.getLogger(UsageReader.class);

  private final Clock clock;
  private final AtomicBoolean failureLogged = new AtomicBoolean();
  private @Nullable Reading last;

  UsageReader(Clock clock) {
    this.clock = clock;
  }

  private record Reading(
      UsageLedger ledger,
      Set<CacheReference> there,
      long changeCount,
      Instant minute,
      UsageView view) {}

  /**
   * What that ledger knows of the range; empty when it cannot be read.
   *
   * @param there the images that are there
   */
  synchronized Optional<UsageView> read(
      UsageLedger ledger, Set<CacheReference> there, UsageRange range) {
    try {
      Reading known = last;
      if (known == null
          || !known.ledger().equals(ledger)
          || !known.there().equals(there)
          || known.view().range() != range
          || isOutdated(known)) {
        Instant now = clock.instant();
        // Asked before reading: what is written in between shows the next time.
        long changeCount = ledger.changeCount();
        UsageView view = UsageView.of(ledger, there, range, now, clock.getZone());
        known = new Reading(ledger, there, changeCount, minute(now), view);
        last = known;
      }
      return Optional.of(known.view());
    } catch (UsageLedgerException e) {
      last = null;
      if (failureLogged.compareAndSet(false, true)) {
        LOG.warn("Hits and misses cannot be read, so none are shown", e);
      }
      return Optional.empty();
    }
  }

  private boolean isOutdated(Reading reading) {
    return reading.ledger().changeCount() != reading.changeCount()
        || !reading.minute().equals(minute(clock.instant()));
  }

  /** A range that ends now moves on; this often that shows in a chart. */
  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }
}
