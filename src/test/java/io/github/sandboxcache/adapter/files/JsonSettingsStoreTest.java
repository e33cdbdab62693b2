package io.github.sandboxcache.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.RemovalSettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.settings.SettingsTrouble.Kind;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.domain.settings.WindowSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Settings come back as they were saved; what is not legible never stops the app and never lets
 * more be removed.
 */
class JsonSettingsStoreTest {
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path directory;

  @Test
  void withoutAFileTheDefaultsServe() {
    assertThat(store().current()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void everythingComesBackAfterARestart() {
    Map<Language, String> images = new HashMap<>(InstallSettings.DEFAULT.baseImages());
    images.put(Language.PYTHON, "python:3.13");
    Settings changed =
        new Settings(
            new WindowSettings(Settings.Theme.DARK, Settings.WindowLanguage.GERMAN),
            new RemovalSettings(
                0,
                Optional.of(new PruneSetting(PruneSetting.Kind.BUDGET, 20)),
                new AutomaticSetting(
                    true,
                    false,
                    OptionalLong.of(20_000_000_000L),
                    OptionalLong.of(0),
                    Optional.of(new KeepNewest(0))),
                Duration.ofMillis(1500)),
            Optional.of("unix:///tmp/engine.sock"),
            new InstallSettings(
                images,
                Optional.of("host"),
                Optional.of(directory.resolve("ca.pem")),
                new ResourceLimits(1L << 30, 0.5, 100),
                Duration.ofMinutes(90)),
            new UsageSettings(List.of("~/logs/*.log", "/var/log/mcp.log"), 30),
            new ArchiveSettings(true, 30, 2),
            new RegistrySettings(RegistryAddress.parse("registry.example.com/team/cache"), true));
    store().save(changed);
    assertThat(store().current()).isEqualTo(changed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"unused\"",
        "{\"rule\": \"UNUSED\", \"number\": 0}",
        "{\"rule\": \"BUDGET\", \"number\": -3}",
        "{\"rule\": \"OTHER\", \"number\": 3}",
        "{\"rule\": \"USED\"}",
        "{\"rule\": \"NEWEST\", \"number\": -1}",
        "{\"rule\": \"NEWEST\", \"number\": 7}",
        "{}"
      })
  void aRuleThatIsNotLegibleRemovesNothing(String rule) throws IOException {
    Files.writeString(file(), "{\"pruneRule\": " + rule + "}");
    SettingsStore store = store();

    assertThat(store.current().pruneRule(Optional.empty()))
        .isEqualTo(new KeepNewest(KeepNewest.UNKNOWN_COUNT));
    assertThat(store.troubles()).extracting(SettingsTrouble::key).containsExactly("pruneRule");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theApprovedRuleComesBack(RemovalPolicy.Rule rule) {
    AutomaticSetting automatic = AutomaticSetting.OFF.approve(rule);
    store().save(Settings.DEFAULT.withAutomatic(automatic));
    assertThat(store().current().automatic()).isEqualTo(automatic);
  }

  static Stream<RemovalPolicy.Rule> rules() {
    return Stream.of(
        new KeepNewest(3),
        new RemovalPolicy.KeepUsed(10),
        new RemovalPolicy.UnusedFor(Duration.ofDays(14)),
        new RemovalPolicy.Budget(20_000_000_000L));
  }

  /** Half a setting might mean more than was wanted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{\"daily\": \"yes\"}",
        "{\"daily\": true, \"overBytes\": -1}",
        "{\"daily\": true, \"lowDiskBytes\": 1.5}",
        "{\"daily\": true, \"approvedRule\": {\"rule\": \"OTHER\", \"number\": 1}}",
        "{\"daily\": true, \"approvedRule\": {\"rule\": \"UNUSED\", \"number\": 0}}",
        "{\"daily\": true, \"approvedRule\": {\"rule\": \"NEWEST\", \"number\": -1}}",
        "{\"daily\": true, \"approvedRule\": {\"rule\": \"NEWEST\"}}"
      })
  void whatIsNotLegibleOfPruningByItselfTurnsItOff(String automatic) throws IOException {
    Files.writeString(file(), "{\"automatic\": " + automatic + "}");
    SettingsStore store = store();

    assertThat(store.current().automatic()).isEqualTo(AutomaticSetting.OFF);
    assertThat(store.troubles()).extracting(SettingsTrouble::key).containsExactly("automatic");
  }

  @Test
  void aRuleThatIsNotLegibleStaysSoUntilOneIsRemembered() throws IOException {
    Files.writeString(file(), "{\"pruneRule\": \"unused\"}");
    store().save(store().current().withTheme(Settings.Theme.LIGHT));
    assertThat(store().current().prune()).contains(PruneSetting.UNKNOWN);

    store().save(store().current().withPrune(Optional.of(PruneSetting.NEWEST)));

    assertThat(store().current().prune()).contains(PruneSetting.NEWEST);
    assertThat(store().troubles()).isEmpty();
  }

  /** Else the sandbox's rule, once chosen, would give way to the usual one after a fortnight. */
  @ParameterizedTest
  @EnumSource(PruneSetting.Kind.class)
  void everyRuleThatWasChosenComesBack(PruneSetting.Kind kind) {
    Optional<PruneSetting> chosen =
        Optional.of(
            kind == PruneSetting.Kind.NEWEST ? PruneSetting.NEWEST : new PruneSetting(kind, 7));
    store().save(Settings.DEFAULT.withPrune(chosen));
    assertThat(store().current().prune()).isEqualTo(chosen);

    store().save(store().current().withPrune(Optional.empty()));
    assertThat(store().current().prune()).isEmpty();
  }

  @Test
  void aFileWithOneSettingLeavesTheOthersAtTheirDefaults() throws IOException {
    Files.writeString(file(), "{\"theme\": \"LIGHT\", \"somethingNewer\": 1}");
    assertThat(store().current()).isEqualTo(Settings.DEFAULT.withTheme(Settings.Theme.LIGHT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "null",
        "\"10\"",
        "10.5",
        "10.0",
        "1e1",
        "99999999999",
        "true",
        "[10]",
        "{\"go\": 10}"
      })
  void aNumberToKeepThatIsNotKnownKeepsAll(String value) throws IOException {
    Files.writeString(
        file(), "{\"keepNewestPerLanguage\": %s, \"theme\": \"DARK\"}".formatted(value));
    assertThat(store().current())
        .isEqualTo(Settings.DEFAULT.withKeepNewest(ALL).withTheme(Settings.Theme.DARK));
    assertThat(store().troubles())
        .singleElement()
        .matches(SettingsTrouble::isAboutKeepNewest)
        .matches(trouble -> !trouble.isAboutEngine())
        .isEqualTo(
            new SettingsTrouble(Kind.VALUE, file(), "keepNewestPerLanguage", compact(value)));
  }

  private static String compact(String json) {
    return json.replace(": ", ":").replace("1e1", "1E+1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "theme | 'SEPIA'",
        "language | 'ELVISH'",
        "network | null",
        "caBundle | 1",
        "memoryBytes | 0",
        "memoryBytes | 99999999999999999999",
        "cpus | -1",
        "cpus | '2'",
        "processes | 0",
        "installMinutes | 0",
        "installMinutes | 721",
        "installMinutes | 9223372036854775807",
        "baseImages | []",
        "baseImages.go | null",
        "baseImages.Go | 'x'",
        "followedLogs | 'a.log'"
      })
  void aValueThatIsNotKnownTakesNoOtherAlong(String key, String value) throws IOException {
    String name = key.replaceFirst("\\..*", "");
    String json = value.replace("'", "\"");
    String nested =
        key.equals(name) ? json : "{\"%s\": %s}".formatted(key.substring(name.length() + 1), json);
    Files.writeString(
        file(), "{\"keepNewestPerLanguage\": 10, \"%s\": %s}".formatted(name, nested));
    assertThat(store().current()).isEqualTo(Settings.DEFAULT.withKeepNewest(10));
    assertThat(store().troubles())
        .containsExactly(new SettingsTrouble(Kind.VALUE, file(), key, json));
  }

  @Test
  void whatForgetsOrStartsSoonerIsCarefulWhenItIsNotKnown() throws IOException {
    Files.writeString(file(), "{\"undoCountdownMs\": -1, \"keepFactsDays\": 0}");
    assertThat(store().current().undoCountdown()).isEqualTo(Duration.ofMinutes(1));
    assertThat(store().current().usage().keepFactsDays()).isEqualTo(UsageSettings.MAX_DAYS);
  }

  @Test
  void aSettingThatStandsThereTwiceIsNotKnown() throws IOException {
    Files.writeString(
        file(),
        "{\"keepNewestPerLanguage\": 10, \"theme\": \"DARK\", \"keepNewestPerLanguage\": 1}");
    assertThat(store().current().keepNewest()).isEqualTo(ALL);
    assertThat(store().current().theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(store().troubles()).extracting(SettingsTrouble::kind).containsExactly(Kind.TWICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "not json",
        "[]",
        "null",
        "{\"keepNewestPerLanguage\": 1",
        "{\"keepNewestPerLanguage\": 1}}",
        "{\"keepNewestPerLanguage\": 1} {}",
        "{\"keepNewestPerLanguage\": 1,}",
        "{\"keepNewestPerLanguage\": 1 // mine\n}"
      })
  void ofAFileThatIsNoJsonObjectNothingIsKnown(String content) throws IOException {
    Files.writeString(file(), content);
    assertThat(store().current()).isEqualTo(Settings.CAUTIOUS);
    assertThat(store().troubles())
        .singleElement()
        .matches(trouble -> trouble.kind() == Kind.DAMAGED && trouble.detail().startsWith("line 1"))
        .matches(trouble -> trouble.isAboutKeepNewest() && trouble.isAboutEngine());
    assertThat(file()).hasContent(content);
  }

  @Test
  void whatCannotBeReadIsNotTakenForNoSettings() throws IOException {
    Files.createDirectories(file());
    assertThat(store().current()).isEqualTo(Settings.CAUTIOUS);
    assertThat(store().troubles())
        .extracting(SettingsTrouble::kind)
        .containsExactly(Kind.UNREADABLE);
    Files.delete(file());
    Files.createSymbolicLink(file(), directory.resolve("gone"));
    assertThat(store().current()).isEqualTo(Settings.CAUTIOUS);
  }

  @Test
  void aMarkOfByteOrderDoesNoHarm() throws IOException {
    Files.writeString(file(), "\ufeff{\"keepNewestPerLanguage\": 10}");
    assertThat(store().current()).isEqualTo(Settings.DEFAULT.withKeepNewest(10));
  }

  @Test
  void whatThisVersionDoesNotKnowStaysAsItIsWritten() throws IOException {
    String written =
        """
        {"zoom": 1.10, "theme": "SEPIA", "baseImages": {"go": "golang:1.24", "Elvish": 1}}
        """;
    Files.writeString(file(), written);
    store().save(store().current().withKeepNewest(7));
    assertThat(store().current().keepNewest()).isEqualTo(7);
    assertThat(Files.readString(file())).contains("1.10", "SEPIA", "golang:1.24", "Elvish");
    assertThat(directory.resolve("settings.json.bak-1")).hasContent(written);
  }

  /** Else a default would take the place of a number that somebody chose. */
  @Test
  void savingAnotherSettingDoesNotMakeUpTheNumberToKeep() throws IOException {
    Files.writeString(file(), "{\"keepNewestPerLanguage\": 10, // mine\n}");
    store().save(store().current().withTheme(Settings.Theme.DARK));
    assertThat(store().current()).isEqualTo(Settings.CAUTIOUS.withTheme(Settings.Theme.DARK));
    assertThat(store().troubles()).anyMatch(SettingsTrouble::isAboutKeepNewest);
    assertThat(directory.resolve("settings.json.bak-1")).content().contains("10, // mine");

    store().save(store().current().withKeepNewest(4));
    assertThat(store().current().keepNewest()).isEqualTo(4);
    assertThat(store().troubles()).noneMatch(SettingsTrouble::isAboutKeepNewest);
    assertThat(directory.resolve("settings.json.bak-2")).exists();
  }

  @Test
  void ofALegibleFileNoCopyIsMade() throws IOException {
    store().save(Settings.DEFAULT.withKeepNewest(7));
    store().save(Settings.DEFAULT.withKeepNewest(8));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("settings.json", "settings.json.lock");
    }
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsChanged() throws IOException {
    Path target = Files.createDirectories(directory.resolve("dotfiles")).resolve("mine.json");
    Files.writeString(target, "{}");
    Files.createSymbolicLink(file(), target);
    store().save(Settings.DEFAULT.withKeepNewest(7));
    assertThat(file()).isSymbolicLink();
    assertThat(target).content().contains("7");
  }

  /** Two windows, each with what it read at its start. */
  @Test
  void whatAnotherProcessChangedMeanwhileStays() {
    SettingsStore first = store();
    SettingsStore second = store();
    first.save(first.current().withKeepNewest(7));
    second.save(second.current().withTheme(Settings.Theme.DARK));
    assertThat(store().current())
        .isEqualTo(Settings.DEFAULT.withKeepNewest(7).withTheme(Settings.Theme.DARK));
  }

  @Test
  void listenersHearOfWhatWasSaved() {
    List<Settings> heard = new ArrayList<>();
    SettingsStore store = store();
    store.onChange(heard::add);
    store.save(Settings.DEFAULT.withKeepNewest(7));
    assertThat(heard).containsExactly(Settings.DEFAULT.withKeepNewest(7));
  }

  @Test
  void whatCannotBeWrittenIsToldAndChangesNothing() throws IOException {
    Files.writeString(directory.resolve("blocked"), "a file where a directory is needed");
    SettingsStore store = new JsonSettingsStore(directory.resolve("blocked").resolve("s.json"));
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> store.save(Settings.DEFAULT.withKeepNewest(7)))
        .withMessageContaining("s.json: Not a directory")
        .withMessageNotContaining("Exception");
    assertThat(store.current()).isEqualTo(Settings.CAUTIOUS);
  }

  private SettingsStore store() {
    return new JsonSettingsStore(file());
  }

  private Path file() {
    return directory.resolve("settings.json");
  }
}
