package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.count;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.distinct;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.isLookup;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.lastUsed;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.ledger;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.median;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.read;
import static io.github.sandboxcache.adapter.sqlite.MadeUpFacts.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.LookupCount;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.domain.usage.UsageReport.PackageHits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the ledger sums up, it must come to what counting fact by fact comes to. */
class LedgerLawsTest {
  /** In the middle of the facts, so that some misses are still waited for. */
  private static final Instant LATER = MadeUpFacts.START.plus(2, ChronoUnit.DAYS);

  @Provide
  Arbitrary<List<UsageFact>> facts() {
    return MadeUpFacts.lists();
  }

  @Provide
  Arbitrary<TimeRange> ranges() {
    return MadeUpFacts.ranges();
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
      assertThat(report.saved().map(Duration::toMillis)).isEqualTo(saved(facts, range));
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

  @Property(tries = 300)
  void savesThatFailedEqualCountingFactByFact(
      @ForAll("facts") List<UsageFact> given, @ForAll("ranges") TimeRange range) {
    try (SqliteLedger ledger = ledger(given)) {
      assertThat(ledger.failedSaves(range, LATER))
          .isEqualTo(MadeUpFacts.failedSaves(read(ledger), range, LATER));
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

  /** Two packages of an image are in each of its hits, once however often they were given. */
  @Property(tries = 100)
  void eachPackageIsInAsManyHitsAsItsImageHas(
      @ForAll("facts") List<UsageFact> given, @ForAll("ranges") TimeRange range) {
    try (SqliteLedger ledger = ledger(given)) {
      Map<List<Object>, Long> expected = new HashMap<>();
      for (UsageFact fact : distinct(given)) {
        if (fact.kind() == FactKind.HIT && range.contains(fact.time())) {
          new HashSet<>(MadeUpFacts.packages(fact.reference()))
              .forEach(
                  name ->
                      expected.merge(List.of(fact.reference().language(), name), 1L, Long::sum));
        }
      }
      assertThat(ledger.report(range).topPackages())
          .extracting(p -> List.of(p.language(), p.name()), PackageHits::hits)
          .containsExactlyInAnyOrderElementsOf(
              expected.entrySet().stream().map(e -> tuple(e.getKey(), e.getValue())).toList());
    }
  }

  @Property(tries = 300)
  void aQueryGivesTheFactsThatAFilterLeaves(
      @ForAll("facts") List<UsageFact> given,
      @ForAll("ranges") TimeRange range,
      @ForAll("queries") FactQuery asked) {
    try (SqliteLedger ledger = ledger(given)) {
      FactQuery query =
          new FactQuery(range, asked.language(), asked.key(), asked.kind(), asked.limit());
      List<UsageFact> expected =
          read(ledger).stream()
              .filter(f -> range.contains(f.time()))
              .filter(f -> query.language().filter(l -> !l.equals(language(f))).isEmpty())
              .filter(f -> query.key().filter(k -> !k.equals(f.reference().tag())).isEmpty())
              .filter(f -> query.kind().filter(k -> k != f.kind()).isEmpty())
              .limit(query.limit().orElse(Integer.MAX_VALUE))
              .toList();
      List<UsageFact> answer = new ArrayList<>();
      ledger.facts(query, answer::add);
      assertThat(answer).isEqualTo(expected);
    }
  }

  private static Language language(UsageFact fact) {
    return fact.reference().language();
  }

  @Provide
  Arbitrary<FactQuery> queries() {
    return MadeUpFacts.queries();
  }

  @Property(tries = 100)
  void whatIsForgottenStaysCountedByDay(@ForAll("facts") List<UsageFact> given) {
    try (SqliteLedger ledger = ledger(given)) {
      Instant boundary = MadeUpFacts.START.plus(3, ChronoUnit.DAYS);
      // The day of the newest fact is never forgotten.
      ledger.record(List.of(newest(boundary)));
      Instant kept = boundary.truncatedTo(ChronoUnit.DAYS);
      UsageReport all = ledger.report(TimeRange.ALL);
      List<LookupCount> days = ledger.lookups(TimeRange.ALL, Resolution.DAY);
      FailedSaves unsaved = ledger.failedSaves(TimeRange.ALL, LATER);
      ledger.forgetFactsBefore(boundary);
      assertThat(ledger.failedSaves(TimeRange.ALL, LATER).counts()).isEqualTo(unsaved.counts());
      assertThat(read(ledger)).allMatch(fact -> !fact.time().isBefore(kept));
      assertThat(ledger.report(TimeRange.ALL)).isEqualTo(all);
      assertThat(ledger.lookups(TimeRange.ALL, Resolution.DAY)).isEqualTo(days);
      assertThat(ledger.record(distinct(given))).as("nothing counts twice").isZero();
      TimeRange midday =
          TimeRange.between(
              MadeUpFacts.START.plus(1, ChronoUnit.DAYS),
              MadeUpFacts.START.plus(2, ChronoUnit.DAYS));
      TimeRange whole =
          TimeRange.between(
              MadeUpFacts.START.plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS),
              MadeUpFacts.START.plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
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
    }
  }

  private static Map<List<Object>, HitCount> byKey(List<LookupCount> counts) {
    return counts.stream()
        .collect(
            Collectors.toMap(
                count -> List.of(count.start(), count.language()), LookupCount::count));
  }
}
