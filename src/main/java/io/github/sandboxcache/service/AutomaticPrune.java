package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.settings.AutomaticDecision;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.StoredValue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when it is time to prune the cache without being asked, while the window is open and if the
 * user wishes so. What is removed then goes the way of any removal. Thread-safe.
 */
public final class AutomaticPrune implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AutomaticPrune.class);

  /** Looked at so often, a sleeping machine misses no day, and a full disk is found in time. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** A start has more urgent things to do, and layers are measured first. */
  private static final Duration FIRST = Duration.ofSeconds(20);

  private final Supplier<Settings> settings;
  private final StoredValue<LastRun> memory;
  private final Clock clock;
  private final Consumer<AutomaticDecision> listener;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("automatic-prune").factory());

  /** Whether nobody has looked yet; looks follow one another. */
  private volatile boolean started = true;

  /**
   * When it was last begun, as a file keeps it.
   *
   * @param epochMillis in milliseconds since 1970, UTC
   */
  public record LastRun(long epochMillis) {}

  /**
   * Does nothing yet.
   *
   * @param settings asked anew each time
   * @param memory keeps when it was last begun
   * @param listener told what each look came to, from a thread of its own
   */
  public AutomaticPrune(
      Supplier<Settings> settings,
      StoredValue<LastRun> memory,
      Clock clock,
      Consumer<AutomaticDecision> listener) {
    this.settings = settings;
    this.memory = memory;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Looks from now on; returns at once.
   *
   * @param cache the window's cache while its engine answers
   */
  public void start(Supplier<Optional<CacheService>> cache) {
    var _ =
        worker.scheduleWithFixedDelay(
            () -> cache.get().ifPresent(this::attempt),
            FIRST.toSeconds(),
            PAUSE.toSeconds(),
            TimeUnit.SECONDS);
  }

  private void attempt(CacheService cache) {
    try {
      listener.accept(look(cache));
    } catch (EngineException e) {
      LOG.info("whether to prune automatically cannot be told while the engine does not answer", e);
    } catch (RuntimeException e) {
      // A schedule ends with the first exception.
      LOG.error("an automatic prune broke off", e);
    }
  }

  /**
   * Looks whether it is time, and keeps that it was. For made-up data it never is.
   *
   * @throws EngineException when the engine does not answer
   */
  AutomaticDecision look(CacheService cache) {
    Settings now = settings.get();
    if (!now.automatic().isOn() || cache.engine().sample()) {
      return new AutomaticDecision.Off();
    }
    AutomaticDecision decision = AutomaticDecision.of(now, situation(cache, now.automatic()));
    started = false;
    if (decision instanceof AutomaticDecision.Run) {
      remember(clock.instant());
    }
    return decision;
  }

  private AutomaticDecision.Situation situation(CacheService cache, AutomaticSetting wanted) {
    return new AutomaticDecision.Situation(
        clock.instant(),
        lastRun(),
        started,
        wanted.overBytes().isPresent() ? onDisk(cache) : OptionalLong.empty(),
        wanted.lowDiskBytes().isPresent() ? cache.freeDiskBytes() : OptionalLong.empty());
  }

  private static OptionalLong onDisk(CacheService cache) {
    Catalog catalog = cache.measured(cache.list());
    return catalog
        .onDisk(catalog.cached())
        .map(DiskShare::total)
        .filter(ByteCount::known)
        .map(total -> OptionalLong.of(total.bytes()))
        .orElse(OptionalLong.empty());
  }

  private Optional<Instant> lastRun() {
    try {
      return memory.load().map(last -> Instant.ofEpochMilli(last.epochMillis()));
    } catch (IOException e) {
      // Once a day too often harms nobody.
      LOG.warn("when it was last pruned automatically is not known", e);
      return Optional.empty();
    }
  }

  private void remember(Instant now) {
    try {
      memory.save(new LastRun(now.toEpochMilli()));
    } catch (IOException e) {
      LOG.warn("when it was pruned automatically cannot be kept", e);
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    worker.shutdown();
  }
}
