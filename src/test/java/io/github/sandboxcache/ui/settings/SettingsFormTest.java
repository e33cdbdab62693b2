package io.github.sandboxcache.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.settings.Settings;
import io.github.sandboxcache.ui.settings.SettingsForm.Field;
import java.util.Objects;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only settings that make sense can be kept. */
class SettingsFormTest {
  private final SettingsForm form = new SettingsForm(Settings.DEFAULT);

  @Test
  void untouchedSettingsStayTheSame() {
    assertThat(form.result()).contains(Settings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP, -1",
    "KEEP, many",
    "COUNTDOWN, 61",
    "ENGINE, /var/run/docker.sock",
    "CA_BUNDLE, /no/such/file",
    "MEMORY, 63",
    "CPUS, 0",
    "CPUS, NaN",
    "PROCESSES, 15"
  })
  void whatMakesNoSenseIsNotKept(Field field, String text) {
    form.textProperty(field).set(text);
    assertThat(form.isValid(field)).isFalse();
    assertThat(form.result()).isEmpty();
  }

  @Test
  void aBlankBaseImageIsTheUsualOne() {
    baseImage(Language.GO).set(" ");
    assertThat(form.result()).contains(Settings.DEFAULT);
    baseImage(Language.GO).set("--privileged");
    assertThat(form.result()).isEmpty();
  }

  private StringProperty baseImage(Language language) {
    return Objects.requireNonNull(form.baseImages().get(language));
  }
}
