package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.text.Versions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who names an engine is obeyed, and nobody else: where the search for engines sees no name in the
 * environment, the settings decide, and what is not legible in them stops a removal.
 */
class EngineOfSettingsTest {
  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankVariableNamesNoEngine(String value) {
    assertThat(isEngineOfSettings(Map.of("DOCKER_HOST", value), Optional.empty())).isTrue();
  }

  @Test
  void withoutTheVariableTheSettingsDecide() {
    assertThat(isEngineOfSettings(Map.of(), Optional.empty())).isTrue();
  }

  @Test
  void whatIsNamedComesBeforeTheSettings() {
    Map<String, String> named = Map.of("DOCKER_HOST", "unix:///run/docker.sock");
    assertThat(isEngineOfSettings(named, Optional.empty())).isFalse();
    assertThat(isEngineOfSettings(Map.of(), Optional.of("tcp://host:2375"))).isFalse();
  }

  private boolean isEngineOfSettings(Map<String, String> environment, Optional<String> engine) {
    return new Composition(
            AppDirectories.under(directory),
            directory,
            environment,
            Clock.systemUTC(),
            new Versions("1.2.3", ""))
        .isEngineOfSettings(engine);
  }
}
