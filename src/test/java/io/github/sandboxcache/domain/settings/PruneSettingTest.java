package io.github.sandboxcache.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the settings say of prune becomes the rule that they mean, and never a stricter one. */
class PruneSettingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void eachKindIsItsRule() {
    assertThat(new PruneSetting(Kind.UNUSED, 14).rule(3))
        .isEqualTo(new UnusedFor(Duration.ofDays(14)));
    assertThat(new PruneSetting(Kind.BUDGET, 5).rule(3)).isEqualTo(new Budget(5_000_000_000L));
    assertThat(new PruneSetting(Kind.USED, 10).rule(3)).isEqualTo(new KeepUsed(10));
    assertThat(PruneSetting.NEWEST.rule(3)).isEqualTo(new KeepNewest(3));
  }

  @Test
  void whatIsNotLegibleKeepsAll() {
    assertThat(PruneSetting.UNKNOWN.rule(3)).isEqualTo(new KeepNewest(KeepNewest.UNKNOWN_COUNT));
  }

  @Test
  void theLargestNumbersAreNoSmallOnes() {
    assertThat(new PruneSetting(Kind.BUDGET, Integer.MAX_VALUE).rule(3))
        .isEqualTo(new Budget(Integer.MAX_VALUE * 1_000_000_000L));
    assertThat(new PruneSetting(Kind.UNUSED, Integer.MAX_VALUE).rule(3))
        .isEqualTo(new UnusedFor(Duration.ofDays(Integer.MAX_VALUE)));
  }

  @Test
  void numbersThatMakeNoRuleAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PruneSetting(Kind.UNUSED, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PruneSetting(Kind.BUDGET, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PruneSetting(Kind.USED, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PruneSetting(Kind.NEWEST, -2));
    assertThat(new PruneSetting(Kind.USED, 0).number()).isZero();
  }

  /** Before a fortnight is known, "not used" would remove nothing for days, and nobody see why. */
  @Property
  void theUsualRuleIsTheSandboxsUntilAFortnightIsKnown(@ForAll @IntRange(max = 40) int days) {
    Optional<RecentUses> uses = Optional.of(watchedFor(Duration.ofDays(days)));
    assertThat(PruneSetting.usual(uses))
        .isEqualTo(days < 15 ? PruneSetting.NEWEST : new PruneSetting(Kind.UNUSED, 14));
  }

  /** A ledger that cannot be read for a moment must not bring a rule that removes more. */
  @Test
  void whileUsesCannotBeReadTheUsualRuleRemovesNothing() {
    assertThat(PruneSetting.usual(Optional.empty())).isEqualTo(new PruneSetting(Kind.UNUSED, 14));
    assertThat(PruneSetting.usual(Optional.of(RecentUses.none(NOW))))
        .isEqualTo(PruneSetting.NEWEST);
  }

  @Property
  void aChosenRuleAlwaysWins(@ForAll Kind kind, @ForAll @IntRange(max = 40) int days) {
    PruneSetting chosen = kind == Kind.NEWEST ? PruneSetting.NEWEST : new PruneSetting(kind, 7);
    Settings settings = Settings.DEFAULT.withPrune(Optional.of(chosen)).withKeepNewest(5);
    assertThat(settings.pruneRule(Optional.of(watchedFor(Duration.ofDays(days)))))
        .isEqualTo(chosen.rule(5));
    assertThat(settings.pruneRule(Optional.empty())).isEqualTo(chosen.rule(5));
  }

  @Test
  void aNumberToKeepThatIsNotKnownLetsTheUsualRuleRemoveNothing() {
    Settings settings = Settings.DEFAULT.withKeepNewest(KeepNewest.UNKNOWN_COUNT);
    assertThat(settings.pruneRule(Optional.of(watchedFor(Duration.ofDays(90)))))
        .isEqualTo(new KeepNewest(KeepNewest.UNKNOWN_COUNT));
  }

  private static RecentUses watchedFor(Duration span) {
    return new RecentUses(NOW, Optional.of(NOW.minus(span)), Map.of(), Map.of());
  }
}
