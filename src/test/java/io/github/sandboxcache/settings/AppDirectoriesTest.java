package io.github.sandboxcache.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    assertThat(directories.logs()).isEqualTo(HOME.resolve(".local/state/sandbox-cache/logs"));
  }

  @Test
  void aRelativeXdgPathCountsAsUnset() {
    assertThat(AppDirectories.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative")).config())
        .isEqualTo(HOME.resolve(".config/sandbox-cache"));
  }

  @Test
  void macKeepsThemInTheLibrary() {
    assertThat(AppDirectories.of("Mac OS X", HOME, Map.of()).config())
        .isEqualTo(HOME.resolve("Library/Application Support/Sandbox Cache"));
  }

  @Test
  void oneVariableMovesThemAll() {
    AppDirectories moved =
        AppDirectories.of("Linux", HOME, Map.of(AppDirectories.HOME_VARIABLE, "/portable"));
    assertThat(moved).isEqualTo(AppDirectories.under(Path.of("/portable")));
  }
}
