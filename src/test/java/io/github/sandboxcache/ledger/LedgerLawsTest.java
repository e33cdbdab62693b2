package io.github.sandboxcache.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.CacheKey;
import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.usage.FactIdentity;
import io.github.sandboxcache.usage.FactKind;
import io.github.sandboxcache.usage.FactQuery;
import io.github.sandboxcache.usage.FactSource;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.ImageUsage;
import io.github.sandboxcache.usage.LookupCount;
import io.github.sandboxcache.usage.Resolution;
import io.github.sandboxcache.usage.TimeRange;
import io.github.sandboxcache.usage.UsageFact;
import io.github.sandboxcache.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the ledger sums up, it must come to what counting fact by fact comes to. */
class LedgerLawsTest {
  private static final Instant START = Instant.parse("2026-02-26T21:30:00Z");
  private static final long DAYS = 6;
  private static final List<List<String>> PACKAGES =
      List.of(List.of("six"), List.of("numpy", "pandas==2"), List.of("left-pad"));

  @Provide
  Arbitrary<List<UsageFact>> facts() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, Duration.ofDays(DAYS).toMillis())
            // Many at the edges of hours and days, where sums meet.
            .map(ms -> START.plusMillis(ms % 3 == 0 ? ms - ms % 1_800_000 : ms));
    return Combinators.combine(
            times,
            Arbitraries.of(FactKind.class),
            Arbitraries.of(Language.PYTHON, Language.GO),
            Arbitraries.of(PACKAGES),
            Arbitraries.longs().between(0, 60_000),
            Arbitraries.longs().between(0, 40))
        .as(
            (time, kind, language, packages, ms, identity) ->
                UsageFact.of(
                        time,
                        kind,
                        CacheReference.of(language, CacheKey.of(language, packages)),
                        FactSource.app("test"),
                        identity)
                    .withPackages(packages)
                    .withDuration(Duration.ofMillis(ms)))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<TimeRange> ranges() {
    Arbitrary<Optional<Instant>> ends =
        Arbitraries.longs()
            .between(-1, Duration.ofDays(DAYS + 1).toMinutes())
            .map(minutes -> START.plus(minutes - minutes % 15, ChronoUnit.MINUTES))
            .optional();
    return Combinators.combine(ends, ends).as(TimeRange::new);
  }

  @Property(tries = 300)
  void aReportEqualsCountingFactByFact(
      @ForAll("facts") List<UsageFact> given, @ForAll("ranges") TimeRange range) {
    try (SqliteLedger ledger = ledger(given)) {
      List<UsageFact> facts = distinct(given);
      UsageReport report = ledger.report(range);
      assertThat(report.images().keySet())
          .isEqualTo(facts.stream().map(UsageFact::reference).collect(Collectors.toSet()));
      for (ImageUsage image : report.images().values()) {
        List<UsageFact> own =
            facts.stream().filter(f -> f.reference().equals(image.reference())).toList();
        assertThat(image.count()).isEqualTo(count(own, range));
        assertThat(image.lastUsed()).isEqualTo(lastUsed(own));
        assertThat(image.installTime().map(Duration::toMillis)).isEqualTo(median(own));
      }
    }
  }

  @Property(tries = 300)
  void lookupsOverTimeAreThoseOfTheRangeAndNoOthers(
      @ForAll("facts") List<UsageFact> given,
      @ForAll("ranges") TimeRange range,
      @ForAll Resolution resolution) {
    try (SqliteLedger ledger = ledger(given)) {
      Map<List<Object>, HitCount> expected = new HashMap<>();
      for (UsageFact fact : distinct(given)) {
        if (range.contains(fact.time()) && isLookup(fact)) {
          Instant start =
              fact.time()
                  .truncatedTo(resolution == Resolution.HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS);
          expected.merge(
              List.of(start, fact.reference().language()),
              HitCount.NONE.plus(fact.kind() == FactKind.HIT),
              HitCount::plus);
        }
      }
      List<LookupCount> counts = ledger.lookups(range, resolution);
      assertThat(byKey(counts)).isEqualTo(expected);
      assertThat(counts).isSortedAccordingTo(Comparator.comparing(LookupCount::start));
      Map<List<Object>, HitCount> ofImages = new HashMap<>();
      for (CacheReference reference : ledger.report(TimeRange.ALL).images().keySet()) {
        byKey(ledger.lookups(reference, range, resolution))
            .forEach((key, count) -> ofImages.merge(key, count, HitCount::plus));
      }
      assertThat(ofImages).isEqualTo(expected);
    }
  }

  @Property(tries = 100)
  void writingTheSameAgainChangesNothing(
      @ForAll("facts") List<UsageFact> given, @ForAll("ranges") TimeRange range) {
    try (SqliteLedger ledger = ledger(given)) {
      UsageReport before = ledger.report(range);
      assertThat(ledger.record(given)).isZero();
      assertThat(ledger.report(range)).isEqualTo(before);
    }
  }

  @Property(tries = 100)
  void whatIsForgottenStaysCountedByDay(@ForAll("facts") List<UsageFact> given) {
    try (SqliteLedger ledger = ledger(given)) {
      Instant boundary = START.plus(3, ChronoUnit.DAYS);
      // The day of the newest fact is never forgotten.
      ledger.record(List.of(newest(boundary)));
      Instant kept = boundary.truncatedTo(ChronoUnit.DAYS);
      UsageReport all = ledger.report(TimeRange.ALL);
      List<LookupCount> days = ledger.lookups(TimeRange.ALL, Resolution.DAY);
      ledger.forgetFactsBefore(boundary);
      assertThat(read(ledger)).allMatch(fact -> !fact.time().isBefore(kept));
      assertThat(ledger.report(TimeRange.ALL)).isEqualTo(all);
      assertThat(ledger.lookups(TimeRange.ALL, Resolution.DAY)).isEqualTo(days);
      assertThat(ledger.record(distinct(given))).as("nothing counts twice").isZero();
      TimeRange midday =
          TimeRange.between(START.plus(1, ChronoUnit.DAYS), START.plus(2, ChronoUnit.DAYS));
      TimeRange whole =
          TimeRange.between(
              START.plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS),
              START.plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
      assertThat(ledger.report(midday).total()).isEqualTo(count(distinct(given), whole));
    }
  }

  private static UsageFact newest(Instant time) {
    CacheReference image = CacheReference.of(Language.GO, CacheKey.of(Language.GO, List.of("m")));
    return UsageFact.of(time, FactKind.USED, image, FactSource.app(""), FactIdentity.random());
  }

  @Property(tries = 100)
  void factsComeBackAsTheyWereNewestFirst(@ForAll("facts") List<UsageFact> given) {
    try (SqliteLedger ledger = ledger(given)) {
      List<UsageFact> read = read(ledger);
      assertThat(read).containsExactlyInAnyOrderElementsOf(distinct(given));
      assertThat(read)
          .isSortedAccordingTo(Comparator.comparing(UsageFact::time, Comparator.reverseOrder()));
      List<UsageFact> newest = new ArrayList<>();
      ledger.facts(
          new FactQuery(
              TimeRange.ALL,
              Optional.of(Language.GO),
              Optional.empty(),
              Optional.of(FactKind.MISS),
              OptionalInt.of(3)),
          newest::add);
      assertThat(newest)
          .isEqualTo(
              read.stream()
                  .filter(f -> f.reference().language().equals(Language.GO))
                  .filter(f -> f.kind() == FactKind.MISS)
                  .limit(3)
                  .toList());
    }
  }

  private static SqliteLedger ledger(List<UsageFact> facts) {
    SqliteLedger ledger = SqliteLedger.inMemory((_, name) -> name);
    int half = facts.size() / 2;
    int written =
        ledger.record(facts.subList(0, half)) + ledger.record(facts.subList(half, facts.size()));
    assertThat(written).isEqualTo(distinct(facts).size());
    return ledger;
  }

  private static List<UsageFact> read(SqliteLedger ledger) {
    List<UsageFact> read = new ArrayList<>();
    ledger.facts(FactQuery.ALL, read::add);
    return read;
  }

  private static List<UsageFact> distinct(List<UsageFact> facts) {
    Map<Long, UsageFact> byIdentity = new LinkedHashMap<>();
    facts.forEach(fact -> byIdentity.putIfAbsent(fact.identity(), fact));
    return List.copyOf(byIdentity.values());
  }

  private static Map<List<Object>, HitCount> byKey(List<LookupCount> counts) {
    return counts.stream()
        .collect(
            Collectors.toMap(
                count -> List.of(count.start(), count.language()), LookupCount::count));
  }

  private static HitCount count(List<UsageFact> facts, TimeRange range) {
    HitCount count = HitCount.NONE;
    for (UsageFact fact : facts) {
      if (range.contains(fact.time()) && isLookup(fact)) {
        count = count.plus(fact.kind() == FactKind.HIT);
      }
    }
    return count;
  }

  private static boolean isLookup(UsageFact fact) {
    return fact.kind() == FactKind.HIT || fact.kind() == FactKind.MISS;
  }

  private static Optional<Instant> lastUsed(List<UsageFact> facts) {
    return facts.stream()
        .filter(
            f ->
                f.kind() == FactKind.HIT
                    || f.kind() == FactKind.USED
                    || f.kind() == FactKind.INSTALLED)
        .map(UsageFact::time)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Long> median(List<UsageFact> facts) {
    List<Long> times =
        facts.stream()
            .filter(f -> f.kind() == FactKind.INSTALLED)
            .map(f -> f.duration().orElseThrow().toMillis())
            .sorted()
            .toList();
    int size = times.size();
    return size == 0
        ? Optional.empty()
        : Optional.of((times.get((size - 1) / 2) + times.get(size / 2)) / 2);
  }
}
