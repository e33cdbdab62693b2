package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.distinct;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.ledger;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.median;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What sandboxes missed must come to what reading fact by fact comes to. */
class MissedSetsTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
  private static final List<String> POLARS = List.of("polars");

  private final CacheReference polars =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, POLARS));

  @Provide
  Arbitrary<List<UsageFact>> facts() {
    return MadeUpFacts.lists().map(facts -> facts.stream().map(MissedSetsTest::sized).toList());
  }

  private static UsageFact sized(UsageFact fact) {
    return fact.identity() % 3 == 0
        ? fact
        : fact.withBytes(OptionalLong.of(1_000 * fact.identity()));
  }

  /** The 30 days begin on quarters of hours of the time that the facts are about. */
  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(-4, 7 * 24 * 4)
        .map(quarters -> MadeUpFacts.START.plus(15 * quarters, ChronoUnit.MINUTES).plus(MONTH));
  }

  @Property(tries = 300)
  void missedSetsEqualReadingFactByFact(
      @ForAll("facts") List<UsageFact> given,
      @ForAll("moments") Instant now,
      @ForAll @LongRange(max = 40) long cached) {
    try (SqliteLedger ledger = ledger(given)) {
      List<UsageFact> facts = distinct(given);
      Set<CacheReference> there =
          facts.stream()
              .filter(fact -> fact.identity() == cached)
              .map(UsageFact::reference)
              .collect(Collectors.toSet());
      List<MissedSet> expected =
          facts.stream()
              .map(UsageFact::reference)
              .distinct()
              .flatMap(
                  reference -> missed(reference, facts, now, there.contains(reference)).stream())
              .sorted(MissedSet.MISSING_FIRST)
              .toList();

      assertThat(ledger.missed(now, there)).isEqualTo(expected);
    }
  }

  private static Optional<MissedSet> missed(
      CacheReference reference, List<UsageFact> facts, Instant now, boolean cached) {
    TimeRange range = TimeRange.since(now.minus(MONTH));
    List<UsageFact> own =
        facts.stream()
            .filter(fact -> fact.reference().equals(reference))
            .sorted(Comparator.comparing(UsageFact::time))
            .toList();
    List<UsageFact> misses =
        own.stream()
            .filter(fact -> fact.kind() == FactKind.MISS && range.contains(fact.time()))
            .toList();
    if (misses.isEmpty()) {
      return Optional.empty();
    }
    List<Long> waits = new ArrayList<>();
    OptionalLong bytes = OptionalLong.empty();
    int failures = 0;
    for (UsageFact fact : own) {
      boolean removed = fact.kind() == FactKind.REMOVED;
      boolean install =
          List.of(FactKind.INSTALLED, FactKind.FAILED, FactKind.UNSAVED).contains(fact.kind())
              && range.contains(fact.time());
      if (install) {
        failures = fact.kind() == FactKind.FAILED ? failures + 1 : 0;
        if (fact.source().type() != FactSource.Type.APP) {
          fact.duration().map(Duration::toMillis).ifPresent(waits::add);
        }
      }
      bytes = (install || removed) && fact.bytes().isPresent() ? fact.bytes() : bytes;
    }
    Optional<Long> usual =
        median(own)
            .or(
                () ->
                    median(
                        facts.stream()
                            .filter(f -> f.reference().language().equals(reference.language()))
                            .toList()));
    long sum = waits.stream().mapToLong(Long::longValue).sum();
    Optional<Long> waited =
        waits.isEmpty()
            ? usual.map(each -> each * misses.size())
            : Optional.of(sum * misses.size() / waits.size());
    return Optional.of(
        new MissedSet(
            reference,
            Optional.of(MadeUpFacts.packages(reference)),
            misses.size(),
            waited.map(Duration::ofMillis),
            usual.map(Duration::ofMillis),
            bytes,
            misses.getLast().time(),
            failures,
            cached));
  }

  @Example
  void whatThisAppInstallsAheadNobodyWaitedFor() {
    try (SqliteLedger ledger =
        ledger(
            List.of(
                fact(FactKind.MISS, 9, FactSource.log("x")),
                fact(FactKind.INSTALLED, 8, FactSource.log("x"))
                    .withDuration(Duration.ofSeconds(40)),
                fact(FactKind.INSTALLED, 7, FactSource.app("x"))
                    .withDuration(Duration.ofSeconds(10)),
                fact(FactKind.MISS, 6, FactSource.log("x"))))) {
      MissedSet missed = ledger.missed(NOW, Set.of()).getFirst();

      assertThat(missed.misses()).isEqualTo(2);
      assertThat(missed.waited()).contains(Duration.ofSeconds(80));
      assertThat(missed.installTime()).contains(Duration.ofSeconds(25));
    }
  }

  @Example
  void whatIsCachedNowStandsBehindWhatIsMissingHoweverLongSandboxesWaitedForIt() {
    CacheReference missing = CacheReference.of(Language.GO, CacheKey.of(Language.GO, POLARS));
    try (SqliteLedger ledger =
        ledger(
            List.of(
                fact(FactKind.MISS, 9, FactSource.log("x")),
                fact(FactKind.INSTALLED, 8, FactSource.log("x"))
                    .withDuration(Duration.ofSeconds(40)),
                UsageFact.of(
                    NOW.minusSeconds(9),
                    FactKind.MISS,
                    missing,
                    FactSource.log("x"),
                    FactIdentity.random())))) {
      assertThat(ledger.missed(NOW, Set.of(polars)))
          .extracting(MissedSet::reference, MissedSet::cached)
          .containsExactly(tuple(missing, false), tuple(polars, true));
    }
  }

  /** In a large cache all images were missed once, and each would have to be read. */
  @Example
  void ofWhatIsCachedNowOnlyTheMostMissedIsTold() {
    List<UsageFact> facts = new ArrayList<>();
    List<CacheReference> images = new ArrayList<>();
    for (int i = 0; i <= MissedSet.MAX_CACHED; i++) {
      CacheReference image = new CacheReference(Language.GO, "%012x".formatted(i));
      images.add(image);
      for (int times = 0; times < (i == 7 ? 1 : 2); times++) {
        facts.add(
            UsageFact.of(
                NOW.minusSeconds(9 + times),
                FactKind.MISS,
                image,
                FactSource.log("x"),
                FactIdentity.random()));
      }
    }
    try (SqliteLedger ledger = ledger(facts)) {
      assertThat(ledger.missed(NOW, Set.copyOf(images)))
          .hasSize(MissedSet.MAX_CACHED)
          .extracting(MissedSet::reference)
          .doesNotContain(images.get(7));
      assertThat(ledger.missed(NOW, Set.of())).hasSameSizeAs(images);
    }
  }

  @Example
  void missesAreKnownByDayWhereSingleFactsAreNotKept() {
    try (SqliteLedger ledger =
        ledger(
            List.of(
                fact(FactKind.MISS, 24 * 9, FactSource.log("x")),
                fact(FactKind.MISS, 24 * 8, FactSource.log("x")),
                fact(FactKind.USED, 1, FactSource.log("x"))))) {
      ledger.forgetFactsBefore(NOW.minus(5, ChronoUnit.DAYS));

      assertThat(ledger.missed(NOW, Set.of()))
          .singleElement()
          .satisfies(
              missed -> {
                assertThat(missed.misses()).isEqualTo(2);
                assertThat(missed.lastMissed())
                    .isEqualTo(NOW.minus(8, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
                assertThat(missed.waited()).isEmpty();
                assertThat(missed.bytes()).isEmpty();
              });
    }
  }

  private UsageFact fact(FactKind kind, long hoursAgo, FactSource source) {
    return UsageFact.of(
            NOW.minus(hoursAgo, ChronoUnit.HOURS), kind, polars, source, FactIdentity.random())
        .withPackages(POLARS);
  }
}
