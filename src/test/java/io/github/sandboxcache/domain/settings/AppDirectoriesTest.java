package io.github.sandboxcache.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go where each platform expects them. */
class AppDirectoriesTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linuxFollowsTheXdgBaseDirectories() {
    AppDirectories directories = AppDirectories.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/data"));
    assertThat(directories.settingsFile())
        .isEqualTo(HOME.resolve(".config/sandbox-cache/settings.json"));
    assertThat(directories.usageFile()).isEqualTo(Path.of("/data/sandbox-cache/usage.db"));
    assertThat(directories.snapshots()).isEqualTo(HOME.resolve(".cache/sandbox-cache/engines"));
    assertThat(directories.logs()).isEqualTo(HOME.resolve(".local/state/sandbox-cache/logs"));
    AppDirectories moved =
        AppDirectories.of(
            "Linux",
            HOME,
            Map.of("XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "/k", "XDG_STATE_HOME", "/s"));
    assertThat(moved.pinsFile()).isEqualTo(Path.of("/c/sandbox-cache/pins.json"));
    assertThat(moved.cache()).isEqualTo(Path.of("/k/sandbox-cache"));
    assertThat(moved.locks()).isEqualTo(Path.of("/s/sandbox-cache/locks"));
    assertThat(moved.data()).isEqualTo(HOME.resolve(".local/share/sandbox-cache"));
  }

  @Test
  void aRelativeXdgPathCountsAsUnset() {
    assertThat(AppDirectories.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative")).config())
        .isEqualTo(HOME.resolve(".config/sandbox-cache"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rel", "~/x", "~", ".", " /x"})
  void aDirectoryForAllThatIsNoAbsolutePathIsRefused(String value) {
    for (String osName : List.of("Linux", "Mac OS X", "Windows 11")) {
      assertThatExceptionOfType(NoHomeException.class)
          .isThrownBy(() -> AppDirectories.of(osName, HOME, Map.of("SANDBOX_CACHE_HOME", value)))
          .matches(problem -> problem.variable().equals("SANDBOX_CACHE_HOME"))
          .matches(problem -> problem.wrongValue().equals(Optional.of(value)));
    }
  }

  @Test
  void anEmptyVariableCountsAsUnset() {
    assertThat(AppDirectories.of("Linux", HOME, Map.of("SANDBOX_CACHE_HOME", "")).config())
        .isEqualTo(HOME.resolve(".config/sandbox-cache"));
  }

  @Test
  void theHomeIsTheOneThatTheEnvironmentNames(@TempDir Path own) {
    Map<String, String> named = Map.of("HOME", "/srv/ada");
    for (String osName : List.of("Linux", "Mac OS X")) {
      assertThat(AppDirectories.home(osName, own.toString(), named)).isEqualTo(Path.of("/srv/ada"));
    }
    assertThat(AppDirectories.home("Windows 11", own.toString(), named)).isEqualTo(own);
    for (String none : List.of("", "rel", "~")) {
      assertThat(AppDirectories.home("Linux", own.toString(), Map.of("HOME", none))).isEqualTo(own);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "/nonexistent", "/", ""})
  void withoutAHomeOneHasToBeNamed(String systemHome) {
    assertThatExceptionOfType(NoHomeException.class)
        .isThrownBy(() -> AppDirectories.home("Linux", systemHome, Map.of()))
        .matches(problem -> problem.wrongValue().isEmpty());
    assertThat(AppDirectories.home("Linux", systemHome, Map.of("SANDBOX_CACHE_HOME", "/x")))
        .isEqualTo(Path.of("/x"));
  }

  @Test
  void macKeepsThemInTheLibrary() {
    assertThat(AppDirectories.of("Mac OS X", HOME, Map.of()))
        .isEqualTo(
            new AppDirectories(
                HOME.resolve("Library/Application Support/Sandbox Cache"),
                HOME.resolve("Library/Application Support/Sandbox Cache"),
                HOME.resolve("Library/Caches/Sandbox Cache"),
                HOME.resolve("Library/Logs/Sandbox Cache")));
  }

  @Test
  void windowsTellsRoamingFromLocal() {
    Map<String, String> variables = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");

    assertThat(AppDirectories.of("Windows 11", HOME, variables))
        .isEqualTo(
            new AppDirectories(
                Path.of("/roaming/Sandbox Cache"),
                Path.of("/local/Sandbox Cache/data"),
                Path.of("/local/Sandbox Cache/cache"),
                Path.of("/local/Sandbox Cache/state")));
  }

  @Test
  void oneVariableMovesThemAll() {
    for (String osName : List.of("Linux", "Mac OS X", "Windows 11")) {
      Map<String, String> variables =
          Map.of(
              "SANDBOX_CACHE_HOME", "/portable", "XDG_DATA_HOME", "/data", "APPDATA", "/roaming");

      assertThat(AppDirectories.of(osName, HOME, variables))
          .isEqualTo(
              new AppDirectories(
                  Path.of("/portable/config"),
                  Path.of("/portable/data"),
                  Path.of("/portable/cache"),
                  Path.of("/portable/state")));
    }
  }
}
