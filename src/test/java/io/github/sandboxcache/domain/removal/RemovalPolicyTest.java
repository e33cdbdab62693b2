package io.github.sandboxcache.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy asks for, and by what it decides. */
class RemovalPolicyTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void everyRuleButTheNewestGoesByUse() {
    assertThat(new KeepUsed(3).goesByUse()).isTrue();
    assertThat(new UnusedFor(DAY).goesByUse()).isTrue();
    assertThat(new Budget(1).goesByUse()).isTrue();
    assertThat(new KeepNewest(3).goesByUse()).isFalse();
    assertThat(new RemovalPolicy.Everything().goesByUse()).isFalse();
    assertThat(new RemovalPolicy.Chosen(Set.of()).goesByUse()).isFalse();
  }

  @Test
  void aPruneGoesByUseWhereAnyOfItsRulesDoes() {
    KeepNewest byAge = new KeepNewest(3);
    KeepUsed byUse = new KeepUsed(3);

    assertThat(Prune.by(byUse).goesByUse()).isTrue();
    assertThat(Prune.by(byAge).goesByUse()).isFalse();
    assertThat(new Prune(byAge, Map.of(Language.GO, byUse), Set.of(), Set.of()).goesByUse())
        .isTrue();
    assertThat(new Prune(byAge, Map.of(Language.GO, byAge), Set.of(), Set.of()).goesByUse())
        .isFalse();
  }

  @Test
  void numbersThatMakeNoRuleAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeepNewest(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeepUsed(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Budget(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new UnusedFor(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new UnusedFor(DAY.negated()));
    assertThat(new KeepUsed(0).count()).isZero();
    assertThat(new Budget(0).bytes()).isZero();
  }
}
