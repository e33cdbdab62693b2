package io.github.sandboxcache.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lookups are counted one by one or together, and make a rate once there are any. */
class HitCountTest {
  @Test
  void aHitIsOneHitMoreAndAMissOneMissMore() {
    HitCount count = new HitCount(4, 7);
    assertThat(count.plus(true)).isEqualTo(new HitCount(5, 7));
    assertThat(count.plus(false)).isEqualTo(new HitCount(4, 8));
    assertThat(count.plus(new HitCount(10, 20))).isEqualTo(new HitCount(14, 27));
  }

  @Test
  void theRateIsTheShareOfHitsInAllLookups() {
    assertThat(new HitCount(1, 3).lookups()).isEqualTo(4);
    assertThat(new HitCount(1, 3).ratePercent()).hasValue(25);
    assertThat(new HitCount(0, 3).ratePercent()).hasValue(0);
    assertThat(new HitCount(3, 0).ratePercent()).hasValue(100);
    assertThat(HitCount.NONE.ratePercent()).isEmpty();
  }
}
