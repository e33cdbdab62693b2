package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;
import io.github.sandboxcache.testing.InLocale;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that the chosen language is spoken, with the numbers of the user's country if it can. */
class WindowLocaleTest {
  @ParameterizedTest
  @CsvSource({
    "SYSTEM, fr-FR, fr-FR",
    "GERMAN, en-US, de",
    "GERMAN, de-CH, de-CH",
    "ENGLISH, de-DE, en",
    "ENGLISH, en-GB, en-GB"
  })
  void theProcessSpeaksTheChosenLanguage(WindowLanguage chosen, String system, String spoken) {
    try (var _ = InLocale.of(Locale.forLanguageTag(system))) {
      WindowLocale.choose(chosen);
      assertThat(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag()).isEqualTo(spoken);
      assertThat(Locale.getDefault(Locale.Category.FORMAT).toLanguageTag()).isEqualTo(spoken);
    }
  }
}
