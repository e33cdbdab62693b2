package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that numbers, sizes, times and dates are written as the user's language has them. */
class TextLanguageTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:05:00Z");

  @ParameterizedTest
  @CsvSource({"de-DE, GERMAN", "de-CH, GERMAN", "en-GB, ENGLISH", "fr-FR, ENGLISH", "und, ENGLISH"})
  void whatIsNotTranslatedIsEnglish(String locale, TextLanguage language) {
    try (var _ = InLocale.of(Locale.forLanguageTag(locale))) {
      assertThat(TextLanguage.current()).isEqualTo(language);
    }
  }

  @Test
  void aGermanReadsGermanSizesTimesAndShares() {
    try (var _ = InLocale.of(Locale.GERMANY)) {
      assertThat(DecimalSize.of(2_830_000_000L)).hasToString("2,83 GB");
      assertThat(DecimalSize.of(4_200_000)).hasToString("4,2 MB");
      assertThat(DecimalSize.exact(3_412_086_784L)).isEqualTo("3.412.086.784 Bytes");
      assertThat(DecimalSize.exact(1)).isEqualTo("1 Byte");
      assertThat(RelativeTime.ago(NOW.minus(Duration.ofHours(3)), NOW)).isEqualTo("vor 3 h");
      assertThat(RelativeTime.length(Duration.ofMillis(5_840))).isEqualTo("5,8 s");
      assertThat(Percent.of(OptionalDouble.of(86.6))).isEqualTo("87\u00a0%");
      assertThat(Texts.date("date.full").format(NOW.atZone(ZoneOffset.UTC)))
          .isEqualTo("4. März 2026, 18:05:00");
    }
  }

  /** A sentence is never half in one language and half in another. */
  @Test
  void englishWordsHaveEnglishNumbersWhateverTheUsersCountry() {
    try (var _ = InLocale.of(Locale.FRANCE)) {
      assertThat(DecimalSize.of(2_830_000_000L)).hasToString("2.83 GB");
      assertThat(DecimalSize.exact(3_412_086_784L)).isEqualTo("3,412,086,784 bytes");
    }
  }

  @Test
  void aCountryWithTheSameLanguageKeepsItsNumbers() {
    try (var _ = InLocale.of(Locale.forLanguageTag("de-CH"))) {
      assertThat(DecimalSize.of(2_830_000_000L)).hasToString("2.83 GB");
      assertThat(Texts.text("time.now")).isEqualTo("gerade eben");
    }
  }
}
