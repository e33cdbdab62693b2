package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guards that a lookup counts once, on its own side. */
class HitCountTest {
  @Test
  void aLookupIsAHitOrAMiss() {
    assertThat(HitCount.NONE.plus(true)).isEqualTo(new HitCount(1, 0));
    assertThat(HitCount.NONE.plus(false)).isEqualTo(new HitCount(0, 1));
  }

  @Test
  void countsAddUpSideBySide() {
    assertThat(new HitCount(1, 2).plus(new HitCount(3, 4))).isEqualTo(new HitCount(4, 6));
  }

  @Test
  void fewerHitsThanThreeOfFourAreFew() {
    assertThat(new HitCount(57, 25).isLow()).isTrue();
    assertThat(new HitCount(3, 1).isLow()).isFalse();
    assertThat(HitCount.NONE.isLow()).isFalse();
  }
}
