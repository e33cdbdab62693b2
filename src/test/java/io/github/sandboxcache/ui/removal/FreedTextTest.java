package io.github.sandboxcache.ui.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises no more than is known. */
class FreedTextTest {
  private final UiTexts texts = UiTexts.load("dialogs");

  @Test
  void whatIsMeasuredIsPromised() {
    Optional<ByteCount> freed = Optional.of(new ByteCount(3_400_000_000L, Accuracy.EXACT));
    assertThat(FreedText.sentence(texts, freed, 9)).isEqualTo("Frees 3.4 GB");
    assertThat(FreedText.past(texts, freed, 9)).isEqualTo("Freed 3.4 GB");
  }

  @Test
  void whatIsOnlyAboutRightIsSaidToBe() {
    Optional<ByteCount> freed = Optional.of(new ByteCount(9_000_000, Accuracy.ESTIMATED));
    assertThat(FreedText.sentence(texts, freed, 2)).isEqualTo("Frees about 9.0 MB");
  }

  @Test
  void whatIsNotMeasuredYetIsNoNumber() {
    assertThat(FreedText.sentence(texts, Optional.empty(), 2))
        .isEqualTo("What it frees is being measured");
    assertThat(FreedText.past(texts, Optional.empty(), 2)).isEqualTo("Removed");
  }

  @Test
  void noImageFreesNothing() {
    assertThat(FreedText.sentence(texts, Optional.of(ByteCount.ZERO), 0))
        .isEqualTo("Frees nothing");
  }
}
