package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.LookupCount;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A ledger on a disk that fails. */
final class UnreadableLedger implements UsageLedger {
  @Override
  public int record(List<UsageFact> facts) {
    throw failure();
  }

  @Override
  public Optional<Instant> lastLook(String engine) {
    throw failure();
  }

  @Override
  public void looked(String engine, Instant time) {
    throw failure();
  }

  @Override
  public UsageReport report(TimeRange range) {
    throw failure();
  }

  @Override
  public Optional<Instant> lastUsed(CacheReference reference) {
    throw failure();
  }

  @Override
  public RecentUses recentUses(Instant now) {
    throw failure();
  }

  @Override
  public List<MissedSet> missed(Instant now, Set<CacheReference> there) {
    throw failure();
  }

  @Override
  public List<LookupCount> lookups(TimeRange range, Resolution resolution) {
    throw failure();
  }

  @Override
  public List<LookupCount> lookups(
      CacheReference reference, TimeRange range, Resolution resolution) {
    throw failure();
  }

  @Override
  public Map<CacheReference, List<String>> packages() {
    throw failure();
  }

  @Override
  public FailedSaves failedSaves(TimeRange range, Instant now) {
    throw failure();
  }

  @Override
  public void facts(FactQuery query, Consumer<UsageFact> each) {
    throw failure();
  }

  @Override
  public void forgetFactsBefore(Instant time) {
    throw failure();
  }

  @Override
  public long changeCount() {
    throw failure();
  }

  @Override
  public Runnable onWrite(Runnable listener) {
    return () -> {};
  }

  @Override
  public void close() {}

  private static UsageLedgerException failure() {
    return new UsageLedgerException("test", new IOException("disk failure"));
  }
}
