package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All facts ever taken down, across restarts and processes. Thread-safe. Every method waits for the
 * disk and throws a {@link UsageLedgerException} when the ledger cannot be used.
 */
public interface UsageLedger extends FactRecorder, LookTimes, AutoCloseable {
  /**
   * How well the cache did in that range. Facts older than the retention are known by day only: a
   * range that begins or ends among them takes in the whole day.
   */
  UsageReport report(TimeRange range);

  /** When that image was last hit, used or installed, UTC; empty when no use is recorded. */
  Optional<Instant> lastUsed(CacheReference reference);

  /** What every image has been good for until then; hits that come later do not count. */
  RecentUses recentUses(Instant now);

  /**
   * The sets of packages that sandboxes missed in the 30 days until then, {@link
   * MissedSet#MISSING_FIRST}: all that are not there now, and of those that are, the {@value
   * MissedSet#MAX_CACHED} with the most misses.
   *
   * @param there the images that are there
   */
  List<MissedSet> missed(Instant now, Set<CacheReference> there);

  /**
   * Lookups in that range over time, in the order of time; hours and days without any are absent.
   */
  List<LookupCount> lookups(TimeRange range, Resolution resolution);

  /** The same of one image. */
  List<LookupCount> lookups(CacheReference reference, TimeRange range, Resolution resolution);

  /**
   * The packages of every image of which some fact told them, at any time and whether it is there
   * or not, as given. Their key is that of the image.
   */
  Map<CacheReference, List<String>> packages();

  /**
   * The saves of the sandbox that failed in that range, with days as {@link #report} has them.
   *
   * @param now what was missed within {@link FailedSaves#PATIENCE} before may still be saved
   */
  FailedSaves failedSaves(TimeRange range, Instant now);

  /** Hands over the facts asked for, newest first, one by one. */
  void facts(FactQuery query, Consumer<UsageFact> each);

  /** Forgets single facts from before then; their daily sums stay for ever. */
  void forgetFactsBefore(Instant time);

  /**
   * A number that is another one after anybody, in this process or elsewhere, has written. Cheap
   * enough to be asked every second.
   */
  long changeCount();

  /**
   * Calls the listener after every write of this process, on the thread that wrote, which it must
   * not keep waiting. The ledger holds on to it.
   *
   * @return ends that
   */
  Runnable onWrite(Runnable listener);

  /**
   * Why nothing can be taken down now, although what is there may be read; empty when something
   * can, as far as is known. Never fails.
   */
  default Optional<UsageLedgerException> whyNotWritable() {
    return Optional.empty();
  }

  /** Lets go of the ledger; nothing else may be called after that. Never fails. */
  @Override
  void close();
}
