package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.Ledgers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody has to ask whether ledger or pins have changed: who wants to know is told. */
class ChangeWatchTest {
  private static final CacheReference IMAGE = new CacheReference(Language.GO, "aaaaaaaaaaaa");

  @TempDir Path directory;

  private final PinsInMemory pins = new PinsInMemory();
  private UsageLedger ledger = Ledgers.empty();

  @AfterEach
  void close() {
    ledger.close();
  }

  private static void write(UsageLedger ledger) {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    FactSource source = FactSource.app("unix:///a");
    int _ =
        ledger.record(
            List.of(UsageFact.of(now, FactKind.HIT, IMAGE, source, FactIdentity.random())));
  }

  @Test
  void whatThisProcessWritesIsToldWithoutALook() throws InterruptedException {
    try (ChangeWatch watch = new ChangeWatch(ledger, pins)) {
      CountDownLatch told = new CountDownLatch(1);
      watch.onChange(told::countDown);
      write(ledger);
      assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatOthersWriteAndPinIsSeenByALook() {
    Path file = directory.resolve("usage.sqlite");
    ledger = SqliteLedger.at(file, (_, asGiven) -> asGiven, Clock.systemUTC());
    try (UsageLedger others = SqliteLedger.at(file, (_, asGiven) -> asGiven, Clock.systemUTC());
        ChangeWatch watch = new ChangeWatch(ledger, pins)) {
      AtomicInteger told = new AtomicInteger();
      watch.onChange(told::incrementAndGet);
      watch.look();
      watch.look();
      assertThat(told).as("nothing has changed").hasValue(1);

      write(others);
      watch.look();
      watch.look();
      assertThat(told).as("a fact").hasValue(2);

      assertThat(pins.pin(List.of(IMAGE))).isNotEmpty();
      watch.look();
      watch.look();
      assertThat(told).as("a pin").hasValue(3);
    }
  }

  @Test
  void onceClosedItHearsOfNothingAndKeepsNobodyFromWriting() {
    AtomicInteger told = new AtomicInteger();
    ChangeWatch watch = new ChangeWatch(ledger, pins);
    watch.onChange(told::incrementAndGet);
    watch.close();
    write(ledger);
    assertThat(told).hasValue(0);
  }

  @Test
  void aListenerThatFailsDoesNotEndTheWatch() {
    try (ChangeWatch watch = new ChangeWatch(ledger, pins)) {
      AtomicInteger told = new AtomicInteger();
      watch.onChange(
          () -> {
            told.incrementAndGet();
            throw new IllegalStateException("made up");
          });
      watch.look();
      assertThat(pins.pin(List.of(IMAGE))).isNotEmpty();
      watch.look();
      assertThat(told).hasValue(2);
    }
  }
}
