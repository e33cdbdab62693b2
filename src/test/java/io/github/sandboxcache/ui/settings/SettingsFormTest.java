package io.github.sandboxcache.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.ui.app.FakeLogs;
import io.github.sandboxcache.ui.settings.SettingsForm.Field;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only settings that make sense can be kept. */
class SettingsFormTest {
  private final FakeLogs followed = new FakeLogs();
  private final FollowedLogsModel logs = new FollowedLogsModel(List.of(), followed, Runnable::run);
  private final SettingsForm form = new SettingsForm(Settings.DEFAULT, logs);

  @Test
  void untouchedSettingsStayTheSame() {
    assertThat(form.result()).contains(Settings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP, -1",
    "KEEP, many",
    "COUNTDOWN, 61",
    "ENGINE, ssh://me@build-host",
    "CA_BUNDLE, /no/such/file",
    "MEMORY, 63",
    "CPUS, 0",
    "CPUS, NaN",
    "PROCESSES, 15",
    "TIME, 0",
    "TIME, 721",
    "TIME, 1.5",
    "LOG, mcp.log",
    "RETENTION, 0",
    "RETENTION, 36501"
  })
  void whatMakesNoSenseIsNotKept(Field field, String text) {
    form.textProperty(field).set(text);
    assertThat(form.isValid(field)).isFalse();
    assertThat(form.result()).isEmpty();
  }

  /** What is not known is asked for, and not shown as a number that somebody chose. */
  @Test
  void aNumberToKeepThatIsNotKnownHasToBeTyped() {
    SettingsForm unknown =
        new SettingsForm(Settings.DEFAULT.withKeepNewest(KeepNewest.UNKNOWN_COUNT), logs);
    assertThat(unknown.textProperty(Field.KEEP).get()).isEmpty();
    assertThat(unknown.result()).isEmpty();
    unknown.textProperty(Field.KEEP).set("10");
    assertThat(unknown.result()).contains(Settings.DEFAULT.withKeepNewest(10));
  }

  @Test
  void theTimeLimitOfInstallsIsShownAndKept() {
    assertThat(form.textProperty(Field.TIME).get()).isEqualTo("60");
    form.textProperty(Field.TIME).set(" 90 ");
    assertThat(form.result().orElseThrow().install().timeLimit()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void aBlankBaseImageIsTheUsualOne() {
    baseImage(Language.GO).set(" ");
    assertThat(form.result()).contains(Settings.DEFAULT);
    baseImage(Language.GO).set("--privileged");
    assertThat(form.result()).isEmpty();
  }

  @Test
  void whatIsTypedIsFollowedEvenWhenItWasNotAdded() {
    form.textProperty(Field.LOG).set("/a.log");
    logs.add();
    form.textProperty(Field.LOG).set(" ~/logs/*.log ");
    form.textProperty(Field.RETENTION).set("30");

    assertThat(form.result().orElseThrow().usage())
        .isEqualTo(new UsageSettings(List.of("/a.log", "~/logs/*.log"), 30));
  }

  private StringProperty baseImage(Language language) {
    return Objects.requireNonNull(form.baseImages().get(language));
  }
}
