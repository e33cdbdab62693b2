package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Lookups put into pieces of time: nothing is lost, and where nobody asked there is no rate. */
class LookupTimelineTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final TimeBuckets WEEK = TimeBuckets.of(UsageRange.WEEK, NOW, NOW, ZoneOffset.UTC);

  @Provide
  Arbitrary<List<LookupCount>> counts() {
    return Combinators.combine(
            Arbitraries.longs().between(-2, 8 * 24).map(hour -> NOW.minusSeconds(hour * 3_600)),
            Arbitraries.of(Language.PYTHON, Language.GO, new Language("zig")),
            Arbitraries.longs().between(0, 1_000),
            Arbitraries.longs().between(0, 1_000))
        .as(
            (time, language, hits, misses) ->
                new LookupCount(time, language, new HitCount(hits, misses)))
        .list()
        .ofMaxSize(60);
  }

  @Property
  void thePiecesAddUpToAllLookups(@ForAll("counts") List<LookupCount> counts) {
    LookupTimeline timeline = LookupTimeline.of(WEEK, counts);

    assertThat(sum(timeline.total()))
        .isEqualTo(sum(counts.stream().map(LookupCount::count).toList()));
  }

  @Property
  void inEachPieceTheLanguagesAddUpToTheTotal(@ForAll("counts") List<LookupCount> counts) {
    LookupTimeline timeline = LookupTimeline.of(WEEK, counts);

    for (int i = 0; i < WEEK.size(); i++) {
      int index = i;
      List<HitCount> languages =
          timeline.byLanguage().keySet().stream().map(l -> timeline.at(l, index)).toList();
      assertThat(sum(languages)).isEqualTo(timeline.total().get(i));
    }
  }

  @Test
  void whereNobodyAskedThereIsNoRateAndNotZero() {
    LookupTimeline timeline =
        LookupTimeline.of(WEEK, List.of(new LookupCount(NOW, Language.GO, new HitCount(0, 2))));

    assertThat(timeline.at(Language.GO, WEEK.size() - 1).ratePercent()).hasValue(0);
    assertThat(timeline.at(Language.GO, 0).ratePercent()).isEmpty();
    assertThat(timeline.at(Language.RUST, 0).ratePercent()).isEmpty();
  }

  @Test
  void withoutLookupsItIsEmptyButHasItsPieces() {
    LookupTimeline timeline = LookupTimeline.of(WEEK, List.of());

    assertThat(timeline.isEmpty()).isTrue();
    assertThat(timeline.total()).hasSize(WEEK.size()).containsOnly(HitCount.NONE);
  }

  private static HitCount sum(List<HitCount> counts) {
    return counts.stream().reduce(HitCount.NONE, HitCount::plus);
  }
}
