package io.github.sandboxcache.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any facts of six days, and what comes of counting them one by one. */
final class MadeUpFacts {
  static final Instant START = Instant.parse("2026-02-26T21:30:00Z");
  private static final long DAYS = 6;
  private static final List<Language> LANGUAGES = List.of(Language.PYTHON, Language.GO);
  private static final List<List<String>> PACKAGES =
      List.of(List.of("six"), List.of("numpy", "pandas==2", "numpy"), List.of("left-pad", "six"));

  private MadeUpFacts() {}

  static Arbitrary<List<UsageFact>> lists() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, Duration.ofDays(DAYS).toMillis())
            // Many at the edges of hours and days, where sums meet.
            .map(ms -> START.plusMillis(ms % 3 == 0 ? ms - ms % 1_800_000 : ms));
    return Combinators.combine(
            times,
            Arbitraries.of(FactKind.class),
            Arbitraries.of(LANGUAGES),
            Arbitraries.of(PACKAGES),
            Arbitraries.longs().between(0, 60_000).optional(),
            Arbitraries.longs().between(0, 40))
        .as(
            (time, kind, language, packages, ms, identity) -> {
              UsageFact fact =
                  UsageFact.of(
                          time,
                          kind,
                          CacheReference.of(language, CacheKey.of(language, packages)),
                          identity % 2 == 0 ? FactSource.app("test") : FactSource.log("x"),
                          identity)
                      .withPackages(packages);
              UsageFact timed = ms.map(Duration::ofMillis).map(fact::withDuration).orElse(fact);
              return kind == FactKind.UNSAVED && identity % 3 > 0
                  ? timed.withReason("why " + identity)
                  : timed;
            })
        .list()
        .ofMaxSize(60);
  }

  /** Ranges that end on quarters of hours, or a nanosecond later. */
  static Arbitrary<TimeRange> ranges() {
    Arbitrary<Optional<Instant>> ends =
        Combinators.combine(
                Arbitraries.longs().between(-1, Duration.ofDays(DAYS + 1).toMinutes()),
                Arbitraries.longs().between(0, 1))
            .as(
                (minutes, nanos) ->
                    START.plus(minutes - minutes % 15, ChronoUnit.MINUTES).plusNanos(nanos))
            .optional();
    return Combinators.combine(ends, ends).as(TimeRange::new);
  }

  /** Queries of all time. */
  static Arbitrary<FactQuery> queries() {
    Arbitrary<String> keys =
        Combinators.combine(Arbitraries.of(LANGUAGES), Arbitraries.of(PACKAGES))
            .as((language, packages) -> CacheKey.of(language, packages).tag());
    return Combinators.combine(
            Arbitraries.of(LANGUAGES).optional(),
            keys.optional(),
            Arbitraries.of(FactKind.class).optional(),
            Arbitraries.integers().between(0, 5).optional())
        .as(
            (language, key, kind, limit) ->
                new FactQuery(
                    TimeRange.ALL,
                    language,
                    key,
                    kind,
                    limit.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
  }

  /** The packages of an image that these facts are about. */
  static List<String> packages(CacheReference reference) {
    return PACKAGES.stream()
        .filter(some -> CacheKey.of(reference.language(), some).tag().equals(reference.tag()))
        .findFirst()
        .orElseThrow();
  }

  /** A ledger that was told them in two goes. */
  static SqliteLedger ledger(List<UsageFact> facts) {
    SqliteLedger ledger = SqliteLedger.inMemory((_, name) -> name);
    int half = facts.size() / 2;
    int written =
        ledger.record(facts.subList(0, half)) + ledger.record(facts.subList(half, facts.size()));
    assertThat(written).isEqualTo(distinct(facts).size());
    return ledger;
  }

  static List<UsageFact> read(SqliteLedger ledger) {
    List<UsageFact> read = new ArrayList<>();
    ledger.facts(FactQuery.ALL, read::add);
    return read;
  }

  static List<UsageFact> distinct(List<UsageFact> facts) {
    Map<Long, UsageFact> byIdentity = new LinkedHashMap<>();
    facts.forEach(fact -> byIdentity.putIfAbsent(fact.identity(), fact));
    return List.copyOf(byIdentity.values());
  }

  static HitCount count(List<UsageFact> facts, TimeRange range) {
    HitCount count = HitCount.NONE;
    for (UsageFact fact : facts) {
      if (range.contains(fact.time()) && isLookup(fact)) {
        count = count.plus(fact.kind() == FactKind.HIT);
      }
    }
    return count;
  }

  static boolean isLookup(UsageFact fact) {
    return fact.kind() == FactKind.HIT || fact.kind() == FactKind.MISS;
  }

  /** The saves that failed and the misses without an end among facts that stand newest first. */
  static FailedSaves failedSaves(List<UsageFact> newestFirst, TimeRange range, Instant now) {
    List<UsageFact> failed =
        newestFirst.stream()
            .filter(f -> f.kind() == FactKind.UNSAVED && range.contains(f.time()))
            .toList();
    List<UsageFact> unexplained =
        newestFirst.stream()
            .filter(f -> f.kind() == FactKind.MISS && range.contains(f.time()))
            .filter(f -> f.time().isBefore(now.minus(FailedSaves.PATIENCE)))
            .filter(f -> newestFirst.stream().noneMatch(other -> explains(other, f)))
            .toList();
    Optional<Instant> last =
        Stream.concat(failed.stream(), unexplained.stream())
            .map(UsageFact::time)
            .max(Comparator.naturalOrder());
    return last.map(
            time ->
                new FailedSaves(
                    byReference(failed),
                    byReference(unexplained),
                    last,
                    failed.stream().findFirst().flatMap(UsageFact::reason),
                    newestFirst.stream()
                        .anyMatch(
                            f ->
                                f.kind() == FactKind.INSTALLED
                                    && f.source().type() == FactSource.Type.LOG
                                    && f.time().isAfter(time))))
        .orElse(FailedSaves.NONE);
  }

  private static boolean explains(UsageFact other, UsageFact miss) {
    return other.kind() != FactKind.MISS
        && other.reference().equals(miss.reference())
        && !other.time().isBefore(miss.time());
  }

  private static Map<CacheReference, Long> byReference(List<UsageFact> facts) {
    return facts.stream()
        .collect(Collectors.groupingBy(UsageFact::reference, Collectors.counting()));
  }

  static Optional<Instant> lastUsed(List<UsageFact> facts) {
    return facts.stream()
        .filter(
            f ->
                f.kind() == FactKind.HIT
                    || f.kind() == FactKind.USED
                    || f.kind() == FactKind.INSTALLED)
        .map(UsageFact::time)
        .max(Comparator.naturalOrder());
  }

  static Optional<Long> median(List<UsageFact> facts) {
    List<Long> times =
        facts.stream()
            .filter(f -> f.kind() == FactKind.INSTALLED)
            .flatMap(f -> f.duration().stream())
            .map(Duration::toMillis)
            .sorted()
            .toList();
    int size = times.size();
    return size == 0
        ? Optional.empty()
        : Optional.of((times.get((size - 1) / 2) + times.get(size / 2)) / 2);
  }

  /** For each hit the median install of its image, else of its language, of all time. */
  static Optional<Long> saved(List<UsageFact> facts, TimeRange range) {
    long sum = 0;
    long hits = 0;
    boolean known = false;
    for (UsageFact hit : facts) {
      if (hit.kind() == FactKind.HIT && range.contains(hit.time())) {
        CacheReference image = hit.reference();
        Optional<Long> time =
            median(facts.stream().filter(f -> f.reference().equals(image)).toList())
                .or(
                    () ->
                        median(
                            facts.stream()
                                .filter(f -> f.reference().language().equals(image.language()))
                                .toList()));
        hits++;
        known |= time.isPresent();
        sum += time.orElse(0L);
      }
    }
    return known || hits == 0 ? Optional.of(sum) : Optional.empty();
  }
}
