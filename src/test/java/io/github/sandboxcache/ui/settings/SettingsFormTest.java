package io.github.sandboxcache.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.ui.app.FakeLogs;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    "ENGINE, ssh://me:secret@build-host",
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
    "RETENTION, 36501",
    "ARCHIVE_DAYS, 0",
    "ARCHIVE_DAYS, 366",
    "ARCHIVE_GIGABYTES, 0",
    "ARCHIVE_GIGABYTES, 1.5",
    "REGISTRY, team/mcp-cache",
    "REGISTRY, registry.example.com/Team"
  })
  void whatMakesNoSenseIsNotKept(Field field, String text) {
    form.textProperty(field).set(text);
    assertThat(form.isValid(field)).isFalse();
    assertThat(form.result()).isEmpty();
  }

  @Test
  void archivesAreChosenWithTheirLimits() {
    form.archivingProperty().set(true);
    form.textProperty(Field.ARCHIVE_DAYS).set(" 30 ");
    form.textProperty(Field.ARCHIVE_GIGABYTES).set("2");
    assertThat(form.result().map(Settings::archives)).contains(new ArchiveSettings(true, 30, 2));
  }

  @Test
  void aRegistryIsAskedBeforeAnInstallOnlyIfItIsNamed() {
    form.registryFirstProperty().set(true);
    assertThat(form.result()).contains(Settings.DEFAULT);
    form.textProperty(Field.REGISTRY).set(" https://Registry.example.com/team/mcp-cache/ ");
    assertThat(form.result().map(Settings::registry))
        .contains(
            new RegistrySettings(
                RegistryAddress.parse("registry.example.com/team/mcp-cache"), true));
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
  void theRuleOfPruneIsChosenWithItsNumber() {
    assertThat(form.ruleProperty().get()).isEqualTo(RuleChoice.USUAL);
    form.ruleProperty().set(RuleChoice.UNUSED);
    assertThat(form.isValid(Field.PRUNE)).isFalse();
    form.textProperty(Field.PRUNE).set("0");
    assertThat(form.result()).isEmpty();
    form.textProperty(Field.PRUNE).set(" 30 ");
    assertThat(form.result().flatMap(Settings::prune)).contains(new PruneSetting(Kind.UNUSED, 30));

    form.ruleProperty().set(RuleChoice.USUAL);
    assertThat(form.result()).contains(Settings.DEFAULT);
  }

  /** Opening the dialog and saving must not make another rule of the one that is stored. */
  @ParameterizedTest
  @MethodSource("rules")
  void theRuleThatIsStoredIsShownAndKept(Optional<PruneSetting> stored) {
    Settings settings = Settings.DEFAULT.withPrune(stored);
    assertThat(new SettingsForm(settings, logs).result()).contains(settings);
  }

  static Stream<Optional<PruneSetting>> rules() {
    return Stream.of(
        Optional.empty(),
        Optional.of(new PruneSetting(Kind.UNUSED, 1)),
        Optional.of(new PruneSetting(Kind.BUDGET, 0)),
        Optional.of(new PruneSetting(Kind.USED, 5_000)),
        Optional.of(PruneSetting.NEWEST),
        Optional.of(PruneSetting.UNKNOWN));
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
