package io.github.sandboxcache.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the settings say of prune becomes the rule that they mean, and never a stricter one. */
class PruneSettingTest {
  @Test
  void eachKindIsItsRule() {
    assertThat(new PruneSetting(Kind.UNUSED, 14).rule(3))
        .isEqualTo(new UnusedFor(Duration.ofDays(14)));
    assertThat(new PruneSetting(Kind.BUDGET, 5).rule(3)).isEqualTo(new Budget(5_000_000_000L));
    assertThat(new PruneSetting(Kind.USED, 10).rule(3)).isEqualTo(new KeepUsed(10));
    assertThat(PruneSetting.DEFAULT.rule(3)).isEqualTo(new KeepNewest(3));
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
}
