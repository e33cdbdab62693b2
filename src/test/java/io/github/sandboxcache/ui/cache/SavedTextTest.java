package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what the column says that an image saves for its bytes. */
class SavedTextTest {
  private static final UiTexts TEXTS = UiTexts.load("ui");

  @ParameterizedTest
  @CsvSource({
    "PT10H, 4, 10 h",
    "PT9H59M, 3, 10 h",
    "PT4H24M, 3, 4.4 h",
    "PT1H, 3, 1.0 h",
    "PT59M, 2, 59 min",
    "PT15M, 2, 15 min",
    "PT14M, 1, 14 min",
    "PT0.9S, 1, 0 s",
    "PT0S, 0, \u2013",
    "PT2000H, 4, > 999 h"
  })
  void aGigabyteIsWorthTheTimeThatItsHitsSaved(Duration saved, int pips, String text) {
    SavedPerGb value = SavedPerGb.of(Optional.of(saved), gigabytes(1));

    assertThat(value.marks()).isEqualTo(pips);
    assertThat(SavedText.of(value, TEXTS)).isEqualTo(text);
  }

  @Test
  void halfAGigabyteThatSavesAsMuchIsWorthTwice() {
    OptionalLong half = OptionalLong.of(500_000_000);

    assertThat(SavedText.of(SavedPerGb.of(Optional.of(Duration.ofHours(1)), half), TEXTS))
        .isEqualTo("2.0 h");
  }

  @Test
  void whatFreesNothingIsWorthMoreThanAnyNumber() {
    SavedPerGb value = SavedPerGb.of(Optional.of(Duration.ofSeconds(14)), gigabytes(0));

    assertThat(value.marks()).isEqualTo(SavedPerGb.MARKS);
    assertThat(SavedText.of(value, TEXTS)).isEqualTo("> 999 h");
    assertThat(SavedText.tip(value, TEXTS)).contains("frees nothing");
  }

  @Test
  void whatIsNotKnownIsNoNumber() {
    Optional<Duration> hour = Optional.of(Duration.ofHours(1));

    assertThat(SavedPerGb.of(Optional.empty(), gigabytes(1))).isEqualTo(SavedPerGb.UNKNOWN);
    assertThat(SavedPerGb.of(hour, new ByteCount(0, Accuracy.UNKNOWN).knownBytes()))
        .isEqualTo(SavedPerGb.UNKNOWN);
    assertThat(SavedText.of(SavedPerGb.UNKNOWN, TEXTS)).isEqualTo("\u2013");
  }

  @Test
  void theRuleOfTheMarksIsSaid() {
    assertThat(SavedText.tip(SavedPerGb.UNKNOWN, TEXTS))
        .contains("4 marks from 10 h, 3 from 1.0 h");
  }

  private static OptionalLong gigabytes(long count) {
    return new ByteCount(count * 1_000_000_000, Accuracy.EXACT).knownBytes();
  }
}
