package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.Prewarm.Candidate;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.install.Prewarm.Obstacle;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.testing.Missed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Guards what is installed ahead, in which order, and why the rest is not. */
class PrewarmTest {
  private static final Instant THEN = Instant.parse("2026-11-20T12:00:00Z");

  @Provide
  Arbitrary<List<MissedSet>> missed() {
    Arbitrary<Optional<List<String>>> packages =
        Arbitraries.of(
            Optional.empty(),
            Optional.of(List.of("numpy")),
            Optional.of(List.of("numpy", "pandas")),
            Optional.of(List.of("--pre")));
    return Combinators.combine(
            Arbitraries.integers().between(0, 9_999),
            packages,
            Arbitraries.longs().between(1, 4),
            Arbitraries.longs().between(0, 3).optional(),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(false, false, true))
        .as(
            (number, given, misses, seconds, failures, cached) ->
                new MissedSet(
                    new CacheReference(Language.PYTHON, "%012d".formatted(number)),
                    given,
                    misses,
                    seconds.map(Duration::ofSeconds),
                    seconds.map(Duration::ofSeconds),
                    OptionalLong.empty(),
                    THEN,
                    failures,
                    cached))
        .list()
        .ofMaxSize(20)
        .uniqueElements(MissedSet::reference);
  }

  @Property(tries = 1000)
  void theOrderInWhichSetsAreKnownDoesNotMatter(
      @ForAll("missed") List<MissedSet> missed, @ForAll Random random) {
    List<MissedSet> shuffled = new ArrayList<>(missed);
    Collections.shuffle(shuffled, random);

    assertThat(Prewarm.of(shuffled)).isEqualTo(Prewarm.of(missed));
  }

  @Property(tries = 1000)
  void moreThatMayBeInstalledNeverTakesAnythingAway(
      @ForAll("missed") List<MissedSet> missed, @ForAll @IntRange(max = 25) int count) {
    Prewarm prewarm = Prewarm.of(missed);

    List<MissedSet> some = prewarm.top(count);
    assertThat(some).hasSizeLessThanOrEqualTo(count);
    assertThat(prewarm.top(count + 1).subList(0, some.size())).isEqualTo(some);
  }

  @Property(tries = 1000)
  void whatIsInstalledAheadIsMissingAcceptedAndDoesNotKeepFailing(
      @ForAll("missed") List<MissedSet> missed) {
    Prewarm prewarm = Prewarm.of(missed);

    List<MissedSet> top = prewarm.top(Integer.MAX_VALUE);
    assertThat(top)
        .isSortedAccordingTo(MissedSet.LONGEST_WAIT_FIRST)
        .allSatisfy(
            set -> {
              assertThat(PackageRules.checkAll(Language.PYTHON, set.packages().orElseThrow()))
                  .isEmpty();
              assertThat(set.cached()).isFalse();
              assertThat(set.failures()).isLessThan(Prewarm.FAILURES);
            });
    List<MissedSet> all = prewarm.candidates().stream().map(Candidate::set).toList();
    assertThat(all.subList(0, top.size())).isEqualTo(top);
    assertThat(all).containsExactlyInAnyOrderElementsOf(missed);
  }

  @Example
  void theLongestWaitComesFirstThenTheMostMissesAndAnUnknownWaitLast() {
    MissedSet slow = set("slow", 1, Optional.of(90L), 0);
    MissedSet often = set("often", 9, Optional.of(10L), 0);
    MissedSet seldom = set("seldom", 2, Optional.of(10L), 0);
    MissedSet unknown = set("unknown", 50, Optional.empty(), 0);

    assertThat(Prewarm.of(List.of(unknown, seldom, often, slow)).top(9))
        .containsExactly(slow, often, seldom, unknown);
  }

  @Example
  void whatCannotBeInstalledIsToldWithTheReasonBehindWhatKeepsFailing() {
    MissedSet fine = set("fine", 1, Optional.of(1L), 1);
    MissedSet failing = set("failing", 99, Optional.of(999L), 2);
    MissedSet refused = set("--pre", 99, Optional.of(9_999L), 0);
    MissedSet unnamed =
        new MissedSet(
            new CacheReference(Language.PYTHON, "0123456789ab"),
            Optional.empty(),
            99,
            Optional.of(Duration.ofDays(1)),
            Optional.empty(),
            OptionalLong.empty(),
            THEN,
            0,
            false);

    assertThat(Prewarm.of(List.of(unnamed, refused, failing, fine)).candidates())
        .containsExactly(
            new Candidate(fine, Optional.empty()),
            new Candidate(failing, Optional.of(new Obstacle.KeepsFailing(2))),
            new Candidate(unnamed, Optional.of(new Obstacle.PackagesUnknown())),
            new Candidate(
                refused,
                Optional.of(
                    new Obstacle.Refused(
                        PackageRules.checkAll(Language.PYTHON, List.of("--pre"))))));
  }

  @Example
  void whatIsCachedNowIsToldLastAndNeverInstalled() {
    MissedSet cached = Missed.cached(Language.PYTHON, "--pre");
    MissedSet refused = Missed.of(Language.PYTHON, "--post");

    Prewarm prewarm = Prewarm.of(List.of(cached, refused));
    assertThat(prewarm.top(9)).isEmpty();
    assertThat(prewarm.candidates().getLast())
        .isEqualTo(new Candidate(cached, Optional.of(new Obstacle.Cached())));
    assertThat(prewarm.candidates().getLast().isInstallable()).isFalse();
  }

  @Example
  void anEstimateIsUnknownOnceAnyPartOfItIs() {
    MissedSet known = set("known", 1, Optional.of(30L), 0);
    MissedSet unknown = set("unknown", 1, Optional.empty(), 0);

    assertThat(Estimate.of(List.of(known, known)))
        .isEqualTo(new Estimate(Optional.of(Duration.ofSeconds(60)), OptionalLong.of(2_000)));
    assertThat(Estimate.of(List.of(known, unknown)))
        .isEqualTo(new Estimate(Optional.empty(), OptionalLong.empty()));
  }

  private static MissedSet set(String name, long misses, Optional<Long> seconds, int failures) {
    return new MissedSet(
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of(name))),
        Optional.of(List.of(name)),
        misses,
        seconds.map(Duration::ofSeconds),
        seconds.map(Duration::ofSeconds),
        seconds.isPresent() ? OptionalLong.of(1_000) : OptionalLong.empty(),
        THEN,
        failures,
        false);
  }
}
