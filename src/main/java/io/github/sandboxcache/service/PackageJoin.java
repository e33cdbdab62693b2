package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the images of a list with what the ledger was told of their packages and what was found
 * inside them. Nothing is read again, and the same catalog comes back, until one of them changes.
 * Thread-safe.
 */
final class PackageJoin {
  private static final Logger LOG = LoggerFactory.getLogger(PackageJoin.class);

  private final UsageLedger ledger;
  private final Inspector inspector;
  private Told told = new Told(OptionalLong.empty(), Map.of());
  private @Nullable Joined last;

  PackageJoin(UsageLedger ledger, Inspector inspector) {
    this.ledger = ledger;
    this.inspector = inspector;
  }

  /** What the ledger knew when its changes had that number. */
  private record Told(OptionalLong changes, Map<CacheReference, List<String>> packages) {}

  private record Parts(Catalog listed, Told told, Map<String, KnownContents> inside) {
    Catalog joined() {
      return listed.withPackages(told.packages(), inside);
    }
  }

  private record Joined(Parts parts, Catalog catalog) {}

  /** The same images with all that is known of their packages. Waits for the disk. */
  synchronized Catalog in(Catalog listed) {
    Parts now = new Parts(listed, told(), inspector.known());
    Joined before = last;
    if (before == null || !before.parts().equals(now)) {
      before = new Joined(now, now.joined());
      last = before;
    }
    return before.catalog();
  }

  private Told told() {
    try {
      // Asked before reading: what is written in between shows the next time.
      OptionalLong changes = OptionalLong.of(ledger.changeCount());
      if (!told.changes().equals(changes)) {
        told = new Told(changes, ledger.packages());
      }
    } catch (UsageLedgerException e) {
      // Whoever shows the cache's use says so.
      LOG.debug("the ledger does not tell packages", e);
      told = told.changes().isEmpty() ? told : new Told(OptionalLong.empty(), Map.of());
    }
    return told;
  }
}
