package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.text.Versions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who names an engine is obeyed, and nobody else: where the environment names none, the settings
 * decide, and what cannot be read in them stops a removal.
 */
class EngineOfSettingsTest {
  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankVariableNamesNoEngine(String value) {
    assertThat(isEngineNamed(Map.of("DOCKER_HOST", value))).isFalse();
  }

  @Test
  void theVariableNamesAnEngine() {
    assertThat(isEngineNamed(Map.of("DOCKER_HOST", "unix:///run/docker.sock"))).isTrue();
    assertThat(isEngineNamed(Map.of())).isFalse();
  }

  private boolean isEngineNamed(Map<String, String> environment) {
    return new Composition(
            List.of(),
            AppDirectories.under(directory),
            directory,
            environment,
            Clock.systemUTC(),
            new Versions("1.2.3", ""))
        .isEngineNamed();
  }
}
