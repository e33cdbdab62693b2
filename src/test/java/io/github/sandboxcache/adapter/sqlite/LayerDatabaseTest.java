package io.github.sandboxcache.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.layers.ImageLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static final List<String> ASKED = List.of("numpy==1.26.4", "a \"b\"\n");
  private static final CacheReference NAME =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, ASKED));
  private static final KnownContents INSIDE =
      new KnownContents(
          List.of(
              new InstalledPackage(
                  Ecosystem.PYTHON, "numpy", "1.26.4", OptionalLong.of(70), true, List.of()),
              new InstalledPackage(
                  Ecosystem.NPM,
                  "\u001b[31m\u0000",
                  "",
                  OptionalLong.empty(),
                  false,
                  List.of("a", "\"b"))),
          Map.of(NAME, new AskedPackages(ASKED, PackagesFrom.KEY)));

  @Test
  void whatIsInsideImagesIsThereAtTheNextStart() {
    new LayerDatabase(file()).saveContents("unix:///engine", "sha256:1", INSIDE);

    assertThat(new LayerDatabase(file()).loadContents("unix:///engine"))
        .isEqualTo(Map.of("sha256:1", INSIDE));
    assertThat(new LayerDatabase(file()).loadContents("other")).isEmpty();
  }

  @Test
  void whatIsInsideAnImageIsForgottenWithIt() {
    LayerDatabase layers = new LayerDatabase(file());
    layers.saveContents("one", "sha256:1", INSIDE);
    layers.saveContents("one", "sha256:2", INSIDE);
    layers.keepOnly("one", Set.of("sha256:2"));

    assertThat(layers.loadContents("one")).containsOnlyKeys("sha256:2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"PYTHON\"] | []",
        "[\"COBOL\",\"a\",\"1\",\"\",\"\",\"[]\"] | []",
        "[\"PYTHON\",\"a\",\"1\",\"many\",\"\",\"[]\"] | []",
        "[\"PYTHON\",\"a\",\"1\",\"\",\"\",\"{\"] | []",
        "{} | []",
        "[] | [\"mcp-sandbox-python:0123456789ab\",\"KEY\"]",
        "[] | [\"not a name\",\"KEY\",\"[]\"]",
        "[] | [\"mcp-sandbox-python:0123456789ab\",\"ORACLE\",\"[]\"]",
        "[] | null"
      })
  void whatNobodyOfUsWroteIsNotKnown(String packages, String asked) throws SQLException {
    LayerDatabase layers = new LayerDatabase(file());
    layers.saveContents("one", "sha256:1", INSIDE);
    layers.saveContents("one", "sha256:2", INSIDE);
    overwrite("sha256:1", packages, asked);

    assertThat(layers.loadContents("one")).containsOnlyKeys("sha256:2");
  }

  @Test
  void whatIsCalledProvenAndIsNotIsNotKnown() throws SQLException {
    LayerDatabase layers = new LayerDatabase(file());
    layers.saveContents("one", "sha256:1", INSIDE);
    overwrite("sha256:1", "[]", "[\"" + NAME + "\",\"KEY\",\"[\\\"malware\\\"]\"]");

    assertThat(layers.loadContents("one").get("sha256:1"))
        .isEqualTo(new KnownContents(List.of(), Map.of()));
  }

  private void overwrite(String image, String packages, String asked) throws SQLException {
    try (Sql sql = LedgerConnection.open(file())) {
      int _ =
          sql.update(
              "UPDATE image_contents SET packages = ?, asked = ? WHERE image = ?",
              packages,
              asked,
              image);
    }
  }

  private Path file() {
    return directory.resolve("layers.db");
  }
}
