package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets single facts that are older than the user wants them, in the background: at the start,
 * and from then on as days go by. Thread-safe.
 */
public final class FactRetention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FactRetention.class);

  /** Within a day the ledger has nothing to do; asked hourly, a sleeping machine misses no day. */
  private static final Duration PAUSE = Duration.ofHours(1);

  /** A start has more urgent things to do. */
  private static final Duration FIRST = Duration.ofSeconds(5);

  private final UsageLedger ledger;
  private final IntSupplier days;
  private final Clock clock;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("forget-facts").factory());

  /**
   * A retention that does nothing yet.
   *
   * @param days how many days facts are kept, 1 or more; asked anew each time
   */
  public FactRetention(UsageLedger ledger, IntSupplier days, Clock clock) {
    this.ledger = ledger;
    this.days = days;
    this.clock = clock;
  }

  /** Starts, some seconds later; returns at once. */
  public void start() {
    var _ =
        worker.scheduleWithFixedDelay(
            this::attempt, FIRST.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void attempt() {
    try {
      forget();
    } catch (UsageLedgerException e) {
      LOG.warn("old facts are not forgotten; it is tried again in an hour", e);
    }
  }

  /**
   * Forgets what is too old now.
   *
   * @throws UsageLedgerException when the ledger cannot be written
   */
  void forget() {
    ledger.forgetFactsBefore(clock.instant().minus(Duration.ofDays(days.getAsInt())));
  }

  /** Stops; what is being forgotten is forgotten to its end. */
  @Override
  public void close() {
    worker.shutdown();
  }
}
