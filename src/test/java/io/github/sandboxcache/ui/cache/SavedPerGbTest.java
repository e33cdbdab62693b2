package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what the column says that an image saves for its bytes. */
class SavedPerGbTest {
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

    assertThat(value.pips()).isEqualTo(pips);
    assertThat(value.text(TEXTS)).isEqualTo(text);
  }

  @Test
  void halfAGigabyteThatSavesAsMuchIsWorthTwice() {
    Optional<ByteCount> half = Optional.of(new ByteCount(500_000_000, Accuracy.EXACT));

    assertThat(SavedPerGb.of(Optional.of(Duration.ofHours(1)), half).text(TEXTS))
        .isEqualTo("2.0 h");
  }

  @Test
  void whatFreesNothingIsWorthMoreThanAnyNumber() {
    SavedPerGb value = SavedPerGb.of(Optional.of(Duration.ofSeconds(14)), gigabytes(0));

    assertThat(value.pips()).isEqualTo(SavedPerGb.PIPS);
    assertThat(value.text(TEXTS)).isEqualTo("> 999 h");
    assertThat(value.tip(TEXTS)).contains("frees nothing");
  }

  @Test
  void whatIsNotKnownIsNoNumber() {
    Optional<Duration> hour = Optional.of(Duration.ofHours(1));

    assertThat(SavedPerGb.of(Optional.empty(), gigabytes(1))).isEqualTo(SavedPerGb.UNKNOWN);
    assertThat(SavedPerGb.of(hour, Optional.empty())).isEqualTo(SavedPerGb.UNKNOWN);
    assertThat(SavedPerGb.of(hour, Optional.of(new ByteCount(0, Accuracy.UNKNOWN))))
        .isEqualTo(SavedPerGb.UNKNOWN);
    assertThat(SavedPerGb.UNKNOWN.text(TEXTS)).isEqualTo("\u2013");
  }

  @Test
  void theRuleOfTheMarksIsSaid() {
    assertThat(SavedPerGb.UNKNOWN.tip(TEXTS)).contains("4 marks from 10 h, 3 from 1.0 h");
  }

  private static Optional<ByteCount> gigabytes(long count) {
    return Optional.of(new ByteCount(count * 1_000_000_000, Accuracy.EXACT));
  }
}
