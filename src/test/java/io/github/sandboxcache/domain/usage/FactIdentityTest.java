package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A fact that is read again must be known, by this version and by later ones. */
class FactIdentityTest {
  /** Ledgers are full of them: another number would count everything twice. */
  @Test
  void theSameWordsGiveTheSameNumberInEveryVersion() {
    assertThat(FactIdentity.of("ab", "c")).isEqualTo(-967254053323610693L);
  }

  @Test
  void orderAndPlaceOfWordsMatter() {
    assertThat(FactIdentity.of("ab", "c"))
        .isNotEqualTo(FactIdentity.of("a", "bc"))
        .isNotEqualTo(FactIdentity.of("c", "ab"))
        .isNotEqualTo(FactIdentity.of("ab", "c", ""));
  }

  @Test
  void whatIsToldOnceIsLikeNothingElse() {
    assertThat(FactIdentity.random()).isNotEqualTo(FactIdentity.random());
  }
}
