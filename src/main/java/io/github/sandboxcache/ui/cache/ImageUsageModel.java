package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.LookupCount;
import io.github.sandboxcache.domain.usage.LookupTimeline;
import io.github.sandboxcache.domain.usage.TimeBuckets;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the use of one image; read in the background. FX thread only. */
public final class ImageUsageModel {
  private static final Logger LOG = LoggerFactory.getLogger(ImageUsageModel.class);

  /** More than anybody scrolls through here; the command line has them all. */
  private static final int MAX_FACTS = 200;

  private final EngineModel engine;
  private final UiThreads threads;
  private final Clock clock;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<Optional<ImageHistory>> history =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<CacheReference> wanted = Optional.empty();

  /** Reads from the ledger of that engine's session. */
  public ImageUsageModel(EngineModel engine, UiThreads threads, Clock clock) {
    this.engine = engine;
    this.threads = threads;
    this.clock = clock;
    this.latest = new LatestOnly(threads.background());
  }

  /**
   * The use of one image.
   *
   * @param reference the image
   * @param range the range of time
   * @param timeline its lookups over the range
   * @param facts its facts, newest first
   * @param readable whether the ledger could be read
   */
  public record ImageHistory(
      CacheReference reference,
      UsageRange range,
      LookupTimeline timeline,
      List<UsageFact> facts,
      boolean readable) {
    /** Copies the list, so that the record never changes. */
    public ImageHistory {
      facts = List.copyOf(facts);
    }

    /** Its hits in the range. */
    public long hits() {
      return timeline.total().stream().mapToLong(HitCount::hits).sum();
    }
  }

  /** What was read last; empty while nothing has been. */
  public ReadOnlyObjectProperty<Optional<ImageHistory>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Reads anew for that image and range; what is shown stays until then, unless of another. */
  public void load(CacheReference reference, UsageRange range) {
    if (!wanted.equals(Optional.of(reference))) {
      history.set(Optional.empty());
    }
    wanted = Optional.of(reference);
    engine
        .sessionProperty()
        .get()
        .ifPresent(
            session ->
                latest.submit(
                    () -> {
                      ImageHistory read = read(session.service().usage(), reference, range);
                      threads.ui().execute(() -> apply(read));
                    }));
  }

  private void apply(ImageHistory read) {
    if (wanted.equals(Optional.of(read.reference()))) {
      history.set(Optional.of(read));
    }
  }

  private ImageHistory read(UsageLedger ledger, CacheReference reference, UsageRange range) {
    Instant now = clock.instant();
    List<UsageFact> facts = new ArrayList<>();
    List<LookupCount> counts = List.of();
    boolean readable = true;
    try {
      counts = ledger.lookups(reference, range.endingAt(now), range.resolution());
      ledger.facts(
          new FactQuery(
              TimeRange.ALL,
              Optional.of(reference.language()),
              Optional.of(reference.tag()),
              Optional.empty(),
              OptionalInt.of(MAX_FACTS)),
          facts::add);
    } catch (UsageLedgerException e) {
      LOG.warn("The use of {} cannot be read", reference, e);
      readable = false;
    }
    Instant first = counts.isEmpty() ? now : counts.getFirst().start();
    TimeBuckets buckets = TimeBuckets.coarse(range, now, first, clock.getZone());
    return new ImageHistory(reference, range, LookupTimeline.of(buckets, counts), facts, readable);
  }
}
