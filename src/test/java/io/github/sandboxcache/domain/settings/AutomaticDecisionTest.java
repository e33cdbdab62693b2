package io.github.sandboxcache.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.settings.AutomaticDecision.NotApproved;
import io.github.sandboxcache.domain.settings.AutomaticDecision.NotYet;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Off;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Run;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Situation;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Trigger;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Nothing is pruned without being asked but by the rule that was seen, and when it is time. */
class AutomaticDecisionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RemovalPolicy.Rule RULE = new UnusedFor(Duration.ofDays(14));
  private static final Situation NOTHING_KNOWN =
      new Situation(NOW, Optional.empty(), false, OptionalLong.empty(), OptionalLong.empty());

  @Property
  void onlyTheApprovedRuleEverRunsAndOnlyWhileItIsTheChosenOne(
      @ForAll("automatic") AutomaticSetting setting,
      @ForAll("rules") Optional<PruneSetting> chosen,
      @ForAll("situations") Situation situation) {
    Optional<RemovalPolicy.Rule> rule = chosen.map(one -> one.rule(3));
    Settings settings = settings(setting, chosen);
    AutomaticDecision decision = AutomaticDecision.of(settings, situation);

    if (decision instanceof Run(RemovalPolicy.Rule ran, var _)) {
      assertThat(setting.approved()).contains(ran);
      assertThat(rule).contains(ran);
      assertThat(setting.isOn()).isTrue();
    }
    if (setting.isOn() && !(chosen.isPresent() && setting.approved().equals(rule))) {
      assertThat(decision).isEqualTo(new NotApproved());
    }
  }

  /** Another number of the newest is another rule. */
  @Example
  void aChangedNumberHasToBeSeenAgain() {
    Settings settings =
        Settings.DEFAULT
            .withPrune(Optional.of(PruneSetting.NEWEST))
            .withAutomatic(AutomaticSetting.OFF.approve(new KeepNewest(3)));

    assertThat(settings.approvedRule()).contains(new KeepNewest(3));
    assertThat(settings.withKeepNewest(2).approvedRule()).isEmpty();
    assertThat(settings.withPrune(Optional.empty()).approvedRule()).isEmpty();
  }

  @Property
  void turnedOffItNeverRuns(@ForAll("situations") Situation situation) {
    AutomaticSetting off =
        new AutomaticSetting(
            false, false, OptionalLong.empty(), OptionalLong.empty(), Optional.of(RULE));
    assertThat(decide(off, situation)).isEqualTo(new Off());
  }

  @Property
  void dailyIsOnceInADayWhateverTheClockDid(@ForAll @LongRange(min = -200, max = 200) long hours) {
    AutomaticSetting daily = AutomaticSetting.OFF.approve(RULE);
    Situation situation = lastRun(NOTHING_KNOWN, NOW.minus(Duration.ofHours(hours)));

    assertThat(decide(daily, situation) instanceof Run).isEqualTo(Math.abs(hours) >= 24);
    assertThat(decide(daily, NOTHING_KNOWN)).isEqualTo(new Run(RULE, Trigger.DAILY));
  }

  @Property
  void theMoreTheCacheTakesAndTheLessIsFreeTheSoonerItRuns(
      @ForAll("automatic") AutomaticSetting setting,
      @ForAll("situations") Situation situation,
      @ForAll @LongRange(max = 1_000) long bytes) {
    AutomaticSetting approved =
        new AutomaticSetting(
            setting.atStart(),
            setting.daily(),
            setting.overBytes(),
            setting.lowDiskBytes(),
            Optional.of(RULE));
    Situation worse =
        new Situation(
            situation.now(),
            situation.lastRun(),
            situation.started(),
            add(situation.onDisk(), bytes),
            add(situation.freeBytes(), -bytes));

    if (decide(approved, situation) instanceof Run) {
      assertThat(decide(approved, worse)).isInstanceOf(Run.class);
    }
  }

  /** A prune that cannot reach what is wanted must not be tried all the time. */
  @Property
  void aSizeLetsNothingRunAgainWithinTheHour(
      @ForAll("automatic") AutomaticSetting setting,
      @ForAll("situations") Situation situation,
      @ForAll @LongRange(max = 59) long minutes) {
    Situation again = lastRun(situation, NOW.minus(Duration.ofMinutes(minutes)));
    AutomaticSetting approved =
        new AutomaticSetting(
            setting.atStart(),
            false,
            setting.overBytes(),
            setting.lowDiskBytes(),
            Optional.of(RULE));

    if (decide(approved, again) instanceof Run(var _, Trigger trigger)) {
      assertThat(trigger).isEqualTo(Trigger.START);
    }
  }

  @Example
  void whatIsNotKnownIsSaidAndRunsNothing() {
    AutomaticSetting bySize =
        new AutomaticSetting(
            false, false, OptionalLong.of(10), OptionalLong.of(5), Optional.of(RULE));

    assertThat(decide(bySize, NOTHING_KNOWN))
        .isInstanceOfSatisfying(
            NotYet.class,
            not ->
                assertThat(not.unknown())
                    .containsExactlyInAnyOrder(Trigger.OVER_BUDGET, Trigger.LOW_DISK));
    assertThat(decide(bySize, sizes(11, 5))).isEqualTo(new Run(RULE, Trigger.OVER_BUDGET));
    assertThat(decide(bySize, sizes(10, 4))).isEqualTo(new Run(RULE, Trigger.LOW_DISK));
    assertThat(decide(bySize, sizes(10, 5)))
        .isInstanceOfSatisfying(NotYet.class, not -> assertThat(not.unknown()).isEmpty());
  }

  @Example
  void theStartCountsOnce() {
    AutomaticSetting atStart =
        new AutomaticSetting(
            true, false, OptionalLong.empty(), OptionalLong.empty(), Optional.of(RULE));
    Situation started =
        new Situation(NOW, Optional.of(NOW), true, OptionalLong.empty(), OptionalLong.empty());

    assertThat(decide(atStart, started)).isEqualTo(new Run(RULE, Trigger.START));
    assertThat(decide(atStart, NOTHING_KNOWN)).isInstanceOf(NotYet.class);
  }

  private static AutomaticDecision decide(AutomaticSetting setting, Situation situation) {
    return AutomaticDecision.of(
        settings(setting, Optional.of(new PruneSetting(Kind.UNUSED, 14))), situation);
  }

  private static Settings settings(AutomaticSetting setting, Optional<PruneSetting> chosen) {
    return Settings.DEFAULT.withAutomatic(setting).withPrune(chosen);
  }

  private static Situation sizes(long onDisk, long free) {
    return new Situation(
        NOW, Optional.empty(), false, OptionalLong.of(onDisk), OptionalLong.of(free));
  }

  private static Situation lastRun(Situation situation, Instant last) {
    return new Situation(
        NOW, Optional.of(last), situation.started(), situation.onDisk(), situation.freeBytes());
  }

  private static OptionalLong add(OptionalLong bytes, long more) {
    return bytes.isEmpty() ? bytes : OptionalLong.of(bytes.getAsLong() + more);
  }

  @Provide
  Arbitrary<Optional<PruneSetting>> rules() {
    return Arbitraries.of(
            new PruneSetting(Kind.UNUSED, 14),
            new PruneSetting(Kind.UNUSED, 1),
            new PruneSetting(Kind.USED, 3),
            new PruneSetting(Kind.BUDGET, 7),
            PruneSetting.NEWEST)
        .optional();
  }

  @Provide
  Arbitrary<AutomaticSetting> automatic() {
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.of(true, false), bytes(), bytes(), rules())
        .as(
            (start, daily, over, low, rule) ->
                new AutomaticSetting(start, daily, over, low, rule.map(one -> one.rule(3))));
  }

  @Provide
  Arbitrary<Situation> situations() {
    return Combinators.combine(
            Arbitraries.longs()
                .between(-100, 100)
                .map(h -> NOW.minus(Duration.ofHours(h)))
                .optional(),
            Arbitraries.of(true, false),
            bytes(),
            bytes())
        .as((last, started, onDisk, free) -> new Situation(NOW, last, started, onDisk, free));
  }

  private static Arbitrary<OptionalLong> bytes() {
    return Arbitraries.longs()
        .between(0, 1_000)
        .map(OptionalLong::of)
        .injectNull(0.2)
        .map(bytes -> bytes == null ? OptionalLong.empty() : bytes);
  }
}
