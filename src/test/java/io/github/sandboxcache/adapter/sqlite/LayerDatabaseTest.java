package io.github.sandboxcache.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.layers.ImageLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What engines said of layers is there at the next start, and losing it is no failure. */
class LayerDatabaseTest {
  private static final ImageLayers NUMPY =
      new ImageLayers(
          "sha256:1",
          List.of("sha256:a", "sha256:b"),
          List.of(
              new ImageLayers.Step(100, "", Optional.empty()),
              new ImageLayers.Step(
                  20,
                  "RUN \u001b[31m\"quoted\"\n\u202e\u0000",
                  Optional.of(Instant.parse("2026-11-01T12:00:00Z")))),
          OptionalLong.of(120),
          OptionalLong.empty());
  private static final ImageLayers EMPTY =
      new ImageLayers("sha256:2", List.of(), List.of(), OptionalLong.empty(), OptionalLong.of(9));

  @TempDir Path directory;

  @Test
  void whatWasKeptIsThereAtTheNextStart() {
    new LayerDatabase(file()).save("unix:///engine", List.of(NUMPY, EMPTY));

    assertThat(new LayerDatabase(file()).load("unix:///engine"))
        .isEqualTo(Map.of("sha256:1", NUMPY, "sha256:2", EMPTY));
  }

  @Test
  void eachEngineHasItsOwn() {
    LayerDatabase layers = new LayerDatabase(file());
    layers.save("one", List.of(NUMPY));
    layers.save("other", List.of(NUMPY, EMPTY));
    layers.keepOnly("other", Set.of("sha256:2"));

    assertThat(layers.load("one")).containsOnlyKeys("sha256:1");
    assertThat(layers.load("other")).containsOnlyKeys("sha256:2");
  }

  @Test
  void aDamagedFileIsReplaced() throws IOException {
    Files.writeString(file(), "This is no database, however long it is made. ".repeat(200));
    LayerDatabase layers = new LayerDatabase(file());

    assertThat(layers.load("unix:///engine")).isEmpty();
    layers.save("unix:///engine", List.of(NUMPY));
    assertThat(layers.load("unix:///engine")).containsOnlyKeys("sha256:1");
  }

  @Test
  void withoutAnythingToKeepNoFileIsMade() {
    LayerDatabase layers = new LayerDatabase(file());
    layers.save("unix:///engine", List.of());
    layers.keepOnly("unix:///engine", Set.of());

    assertThat(layers.load("unix:///engine")).isEmpty();
    assertThat(file()).doesNotExist();
  }

  private Path file() {
    return directory.resolve("layers.db");
  }
}
