package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ledger knows of the use of images, as removals need it. Thread-safe. */
final class KnownUses {
  private static final Logger LOG = LoggerFactory.getLogger(KnownUses.class);

  private final UsageLedger ledger;

  KnownUses(UsageLedger ledger) {
    this.ledger = ledger;
  }

  /** What images have been good for until then; empty when nobody can tell. */
  Optional<RecentUses> of(Instant now) {
    try {
      return RecentUses.known(ledger, now);
    } catch (UsageLedgerException e) {
      LOG.warn("the use of images cannot be read", e);
      return Optional.empty();
    }
  }

  /**
   * Tells whether an image was used after a plan was made that removes it for not being used. What
   * nobody can tell now counts as used.
   */
  Predicate<CachedImage> since(RemovalPlan plan) {
    return plan.uses()
        .filter(_ -> plan.policy().goesByUse())
        .<Predicate<CachedImage>>map(planned -> image -> isUsedSince(image, planned))
        .orElse(_ -> false);
  }

  private boolean isUsedSince(CachedImage image, RecentUses planned) {
    try {
      Optional<Instant> before = planned.of(image.reference()).lastUsed();
      return ledger.whyNotWritable().isPresent()
          || !ledger.lastUsed(image.reference()).equals(before);
    } catch (UsageLedgerException e) {
      LOG.warn("whether {} was used meanwhile cannot be read", image.reference(), e);
      return true;
    }
  }
}
