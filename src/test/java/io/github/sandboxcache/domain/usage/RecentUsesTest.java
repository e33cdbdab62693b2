package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import io.github.sandboxcache.testing.Ledgers;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of the use of images, and of which nothing is known. */
class RecentUsesTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static final CacheReference GO = new CacheReference(Language.GO, "aaaaaaaaaaaa");
  private static final CacheReference RUST = new CacheReference(Language.RUST, "bbbbbbbbbbbb");

  private static RecentUse hit(long times) {
    return new RecentUse(times, RecentUse.Weighted.NONE, Optional.empty(), Optional.empty());
  }

  private static RecentUses since(String day) {
    return new RecentUses(NOON, Optional.of(Instant.parse(day)), Map.of(), Map.of());
  }

  @Test
  void whoBeganTodayHasNotLookedForAnHour() {
    RecentUses uses = since(NOON.truncatedTo(ChronoUnit.DAYS).toString());

    assertThat(uses.cover(Duration.ofHours(1))).isFalse();
  }

  @Test
  void theFirstDayCountsFromItsEnd() {
    RecentUses uses = since("2026-11-20T00:00:00Z");

    assertThat(uses.cover(DAY.multipliedBy(9).plus(Duration.ofHours(12)))).isTrue();
    assertThat(uses.cover(DAY.multipliedBy(9).plus(Duration.ofHours(13)))).isFalse();
  }

  @Test
  void withoutAnyFactNobodyHasLooked() {
    assertThat(RecentUses.none(NOON).any()).isFalse();
    assertThat(RecentUses.none(NOON).cover(Duration.ofSeconds(1))).isFalse();
    assertThat(since("2026-11-20T00:00:00Z").any()).isTrue();
  }

  @Test
  void hitsAreThoseOfAllImages() {
    RecentUses uses =
        new RecentUses(NOON, Optional.empty(), Map.of(GO, hit(3), RUST, hit(4)), Map.of());

    assertThat(uses.hits()).isEqualTo(7);
  }

  @Test
  void aLedgerThatTakesNothingDownDoesNotKnowTheLastUses() {
    UsageLedgerException full =
        new UsageLedgerException("usage.db", Reason.FULL, new IOException("full"));
    try (UsageLedger ledger = Ledgers.empty()) {
      assertThat(RecentUses.known(ledger, NOON)).contains(RecentUses.none(NOON));
    }
    UsageLedger refusing =
        (UsageLedger)
            Proxy.newProxyInstance(
                UsageLedger.class.getClassLoader(),
                new Class<?>[] {UsageLedger.class},
                (_, method, _) ->
                    method.getName().equals("whyNotWritable")
                        ? Optional.of(full)
                        : RecentUses.none(NOON));
    assertThat(RecentUses.known(refusing, NOON)).isEmpty();
  }

  @Test
  void anUnknownImageTakesAsLongAsItsLanguage() {
    Duration minute = Duration.ofMinutes(1);
    RecentUses uses = new RecentUses(NOON, Optional.empty(), Map.of(), Map.of(Language.GO, minute));

    assertThat(uses.of(new CacheReference(Language.GO, "aaaaaaaaaaaa")).installTime())
        .contains(minute);
    assertThat(uses.of(new CacheReference(Language.RUST, "aaaaaaaaaaaa")))
        .isEqualTo(RecentUse.NONE);
  }

  private static RecentUse hits(long times, Duration install) {
    return new RecentUse(times, RecentUse.Weighted.NONE, Optional.empty(), Optional.of(install));
  }

  private static Worth worth(RecentUses uses, String made) {
    return uses.worth(
        Set.of(GO, RUST), Optional.of(Instant.parse(made)), OptionalLong.of(1_000_000_000));
  }

  @Test
  void whatImagesAreWorthIsTheTimeTheyAllSaved() {
    Map<CacheReference, RecentUse> images =
        Map.of(GO, hits(30, Duration.ofMinutes(2)), RUST, hits(15, Duration.ofMinutes(4)));
    RecentUses uses =
        new RecentUses(NOON, Optional.of(NOON.minus(DAY.multipliedBy(90))), images, Map.of());

    // Two hours in 30 days.
    assertThat(worth(uses, "2026-01-01T00:00:00Z").weekly().seconds().orElseThrow())
        .isCloseTo(7_200 * 7 / 30.0, within(1e-6));
    // Made two weeks ago.
    assertThat(worth(uses, "2026-11-16T12:00:00Z").weekly().seconds().orElseThrow())
        .isCloseTo(3_600, within(1e-6));
  }

  /** Else a cache whose log was found yesterday would look worthless. */
  @Test
  void beforeAnybodyLookedNothingCounts() {
    Map<CacheReference, RecentUse> images = Map.of(GO, hits(60, Duration.ofMinutes(1)));
    RecentUses uses =
        new RecentUses(NOON, Optional.of(NOON.minus(DAY.multipliedBy(7))), images, Map.of());

    assertThat(worth(uses, "2026-01-01T00:00:00Z").weekly().seconds().orElseThrow())
        .isCloseTo(3_600, within(1e-6));
    assertThat(worth(RecentUses.none(NOON), "2026-01-01T00:00:00Z")).isEqualTo(Worth.UNKNOWN);
  }
}
