package io.github.sandboxcache.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
