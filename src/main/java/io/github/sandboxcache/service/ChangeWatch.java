package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the ledger or the pins have changed. What this process writes to the ledger is told a
 * moment later; what other processes changed is looked for every second. Thread-safe; calls
 * listeners from a thread of its own.
 */
public final class ChangeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** An import writes many times a second. */
  private static final Duration GATHERING = Duration.ofMillis(100);

  private final UsageLedger ledger;
  private final PinStore pins;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean lookPlanned = new AtomicBoolean();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("changes").factory());
  private final Runnable endOfWrites;
  private Optional<Signs> seen = Optional.empty();

  /** By what a change is seen; no number while the ledger cannot be read. */
  private record Signs(OptionalLong ledger, Pins pins) {}

  /** Hears of this process's writes from now on; looks for those of others once it is started. */
  public ChangeWatch(UsageLedger ledger, PinStore pins) {
    this.ledger = ledger;
    this.pins = pins;
    this.endOfWrites = ledger.onWrite(this::written);
  }

  /** Calls the listener after each change from now on; once more than needed at the start. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Starts to look; returns at once. */
  public void start() {
    long pause = BETWEEN_LOOKS.toMillis();
    var _ = worker.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void written() {
    if (lookPlanned.compareAndSet(false, true)) {
      try {
        var _ = worker.schedule(this::look, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException _) {
        // Closed meanwhile.
      }
    }
  }

  /** Looks once. Not for several threads at once. */
  void look() {
    lookPlanned.set(false);
    try {
      Optional<Signs> now = Optional.of(new Signs(ledgerSign(), pins.read()));
      if (!now.equals(seen)) {
        seen = now;
        listeners.forEach(Runnable::run);
      }
    } catch (RuntimeException e) {
      // Else the executor would never look again.
      LOG.error("a look for changes ended unexpectedly", e);
    }
  }

  private OptionalLong ledgerSign() {
    try {
      return OptionalLong.of(ledger.changeCount());
    } catch (UsageLedgerException e) {
      LOG.debug("whether the ledger has changed cannot be seen", e);
      return OptionalLong.empty();
    }
  }

  /** Stops; a listener that is being called is not waited for. */
  @Override
  public void close() {
    endOfWrites.run();
    worker.shutdown();
  }
}
