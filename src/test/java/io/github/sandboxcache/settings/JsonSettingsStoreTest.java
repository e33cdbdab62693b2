package io.github.sandboxcache.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.install.InstallSettings;
import io.github.sandboxcache.port.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings come back as they were saved, and a bad file never stops the app. */
class JsonSettingsStoreTest {
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
            Settings.Theme.DARK,
            Settings.WindowLanguage.GERMAN,
            0,
            Duration.ofMillis(1500),
            Optional.of("unix:///tmp/engine.sock"),
            new InstallSettings(
                images,
                Optional.of("host"),
                Optional.of(directory.resolve("ca.pem")),
                new ResourceLimits(1L << 30, 0.5, 100),
                Duration.ofMinutes(90)),
            new UsageSettings(List.of("~/logs/*.log", "/var/log/mcp.log"), 30));
    store().save(changed);
    assertThat(store().current()).isEqualTo(changed);
  }

  @Test
  void aFileWithOneSettingLeavesTheOthersAtTheirDefaults() throws IOException {
    Files.writeString(file(), "{\"theme\": \"LIGHT\", \"somethingNewer\": 1}");
    assertThat(store().current()).isEqualTo(Settings.DEFAULT.withTheme(Settings.Theme.LIGHT));
  }

  @Test
  void anIllegibleFileServesTheDefaults() throws IOException {
    Files.writeString(file(), "{\"keepNewestPerLanguage\": -1}");
    assertThat(store().current()).isEqualTo(Settings.DEFAULT);
    Files.writeString(file(), "not json");
    assertThat(store().current()).isEqualTo(Settings.DEFAULT);
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
        .isThrownBy(() -> store.save(Settings.DEFAULT.withKeepNewest(7)));
    assertThat(store.current()).isEqualTo(Settings.DEFAULT);
  }

  private SettingsStore store() {
    return new JsonSettingsStore(file());
  }

  private Path file() {
    return directory.resolve("settings.json");
  }
}
