package io.github.sandboxcache.adapter.contents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SizedPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of files: the largest ones, and which of them an install did not make. */
class OwnFilesTest {
  private static OwnFiles read(TestLayer... layers) {
    List<TestLayer> own = List.of(layers);
    return SavedImages.read(ArchiveForm.DOCKER_28.archive(own), SavedImages.stack(0, own)).files();
  }

  /** With git, as Cargo does it where an image has git. */
  private static TestLayer cargoInit(String directory) {
    return new TestLayer()
        .file(directory + ".git/HEAD", 23)
        .file(directory + ".git/config", 92)
        .file(directory + ".git/hooks/pre-commit.sample", 1643)
        .file(directory + ".gitignore", 8)
        .file(directory + "src/main.rs", 45);
  }

  private static TestLayer manifest(String directory) {
    return new TestLayer().file(directory + "Cargo.toml", "[package]\nname = \"workspace\"\n");
  }

  @Test
  void whatCargoMakesAroundTheInstallsManifestIsNotOfASession() {
    assertThat(read(cargoInit("workspace/"), manifest("workspace/")).session().count().files())
        .isZero();
    assertThat(read(manifest("workspace/"), cargoInit("workspace/")).session().count().files())
        .as("whichever comes first")
        .isZero();
  }

  @Test
  void theSameWithoutAManifestIsOfASession() {
    assertThat(read(cargoInit("workspace/")).session().count().files()).isEqualTo(5);
    assertThat(read(cargoInit("workspace/"), manifest("app/")).session().count().files())
        .isEqualTo(5);
  }

  @Test
  void aProjectOfASessionIsToldWithAllThatIsInIt() {
    OwnFiles files =
        read(
            manifest("workspace/"),
            cargoInit("workspace/"),
            cargoInit("workspace/mine/"),
            manifest("workspace/mine/"));
    assertThat(files.session().count().files()).isEqualTo(6);
    assertThat(files.session().largest()).allMatch(file -> file.path().contains("/mine/"));
  }

  @Test
  void whatASessionWroteIntoTheInstallsProjectIsToldAndNothingElse() {
    TestLayer later =
        new TestLayer().file("workspace/src/main.rs", 700).file("workspace/.git/objects/ab/c", 90);
    assertThat(read(manifest("workspace/"), cargoInit("workspace/"), later).session().largest())
        .containsExactly(
            new SizedPath("workspace/src/main.rs", 700),
            new SizedPath("workspace/.git/objects/ab/c", 90));
  }

  @Test
  void directoriesOnTheWayToASingleOneAreLeftOutForIt() {
    TestLayer layer =
        new TestLayer()
            .file("usr/lib/python3/site-packages/numpy/core.so", 6000)
            .file("usr/lib/python3/site-packages/numpy/tests/test_a.py", 2000)
            .file("usr/lib/python3/site-packages/six.py", 1000)
            .file("usr/bin/f2py", 50)
            .file("root/.cache/pip/http-v2/a", 700)
            .file("root/.cache/pip/selfcheck/b", 300);

    assertThat(read(layer).largestDirectories())
        .containsExactly(
            new SizedPath("usr/lib/python3/site-packages", 9000),
            new SizedPath("usr/lib/python3/site-packages/numpy", 8000),
            new SizedPath("usr/lib/python3/site-packages/numpy/tests", 2000),
            new SizedPath("root/.cache/pip", 1000),
            new SizedPath("root/.cache/pip/http-v2", 700),
            new SizedPath("root/.cache/pip/selfcheck", 300),
            new SizedPath("usr/bin", 50));
  }
}
