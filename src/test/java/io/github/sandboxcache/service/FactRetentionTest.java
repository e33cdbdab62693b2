package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Single facts go when they are old; what they sum up to stays. */
class FactRetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final SqliteLedger ledger = SqliteLedger.inMemory((_, name) -> name);

  @Test
  void oldFactsGoTheirSumsStayAndTheyAreNotTakenInAgain() {
    UsageFact old = hit(NOW.minus(Duration.ofDays(31)));
    UsageFact young = hit(NOW.minus(Duration.ofDays(29)));
    ledger.record(List.of(old, young));

    retention(new AtomicInteger(30)).forget();

    assertThat(facts()).containsExactly(young);
    assertThat(ledger.report(TimeRange.ALL).total()).isEqualTo(new HitCount(2, 0));
    assertThat(ledger.record(List.of(old))).isZero();
    assertThat(ledger.report(TimeRange.ALL).total()).isEqualTo(new HitCount(2, 0));
  }

  @Test
  void aChangedSettingCountsFromTheNextTimeOn() {
    UsageFact young = hit(NOW);
    ledger.record(List.of(hit(NOW.minus(Duration.ofDays(31))), young));
    AtomicInteger days = new AtomicInteger(400);
    FactRetention retention = retention(days);
    retention.forget();
    assertThat(facts()).hasSize(2);
    days.set(7);
    retention.forget();
    assertThat(facts()).containsExactly(young);
  }

  @Test
  void aClockThatIsYearsAheadKeepsNothingNewOut() {
    ledger.record(List.of(hit(NOW.minus(Duration.ofDays(1)))));
    Clock ahead = Clock.fixed(NOW.plus(Duration.ofDays(5_000)), ZoneOffset.UTC);
    new FactRetention(ledger, () -> 400, ahead).forget();

    assertThat(ledger.record(List.of(hit(NOW)))).isEqualTo(1);
    assertThat(ledger.report(TimeRange.ALL).total()).isEqualTo(new HitCount(2, 0));
  }

  private FactRetention retention(AtomicInteger days) {
    return new FactRetention(ledger, days::get, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static UsageFact hit(Instant time) {
    CacheReference image =
        CacheReference.of(Language.GO, CacheKey.of(Language.GO, List.of("example.com/m")));
    return UsageFact.of(time, FactKind.HIT, image, FactSource.app(""), FactIdentity.random());
  }

  private List<UsageFact> facts() {
    List<UsageFact> facts = new ArrayList<>();
    ledger.facts(
        new FactQuery(
            TimeRange.ALL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty()),
        facts::add);
    return facts;
  }
}
