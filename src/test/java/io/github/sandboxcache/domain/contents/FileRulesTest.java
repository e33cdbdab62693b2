package io.github.sandboxcache.domain.contents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are waste, and which are of a session. */
class FileRulesTest {
  @ParameterizedTest
  @CsvSource({
    "root/.cache/pip/http-v2/a, CACHE",
    "root/.npm/_cacache/index-v5/0a, CACHE",
    "var/cache/apt/archives/jq.deb, CACHE",
    "var/lib/apt/lists/Packages, CACHE",
    "root/go/pkg/mod/cache/download/golang.org/x/text/@v/v0.14.0.zip, CACHE",
    "root/.cargo/registry/cache/index/serde-1.0.0.crate, CACHE",
    "var/lib/gems/3.1.0/cache/rack-2.2.8.gem, CACHE",
    "usr/lib/python3/site-packages/six/__pycache__/six.cpython-311.pyc, BYTECODE",
    "usr/lib/python3/site-packages/numpy/core/tests/test_a.py, TESTS",
    "workspace/node_modules/qs/test/parse.js, TESTS",
    "usr/share/doc/jq/copyright, DOCS",
    "usr/share/man/man1/jq.1.gz, DOCS",
    "workspace/node_modules/pump/examples/a.js, DOCS"
  })
  void whatProgramsCanDoWithoutIsWaste(String path, WasteKind kind) {
    assertThat(WasteKind.of(path)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace/tests/test_mine.py",
        "usr/bin/jq",
        "var/lib/dpkg/status",
        "usr/lib/python3/site-packages/six.py"
      })
  void allElseIsNot(String path) {
    assertThat(WasteKind.of(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace/main.py",
        "workspace/tests/test_mine.py",
        "home/user/.ssh/id_ed25519",
        "root/.bash_history",
        "tmp/upload.csv"
      })
  void whatLiesInWorkspaceHomeAndTmpIsOfASession(String path) {
    assertThat(SessionFiles.holds(path)).isTrue();
  }

  /** As {@code cargo init} of now and formerly, with git and without, writes them. */
  @ParameterizedTest
  @CsvSource({
    "workspace/src/main.rs, 45",
    "workspace/.gitignore, 8",
    "workspace/.gitignore, 19",
    "workspace/.git/HEAD, 23",
    "workspace/.git/HEAD, 21",
    "workspace/.git/config, 92",
    "workspace/.git/description, 73",
    "workspace/.git/info/exclude, 240",
    "workspace/.git/hooks/pre-commit.sample, 1643",
    "workspace/.git/hooks/README.sample, 177"
  })
  void whatCargoBeginsWithIsTheInstallsBesideItsManifest(String path, long bytes) {
    assertThat(Scaffolding.besides(path, bytes)).contains("workspace/Cargo.toml");
    assertThat(Scaffolding.vouches("workspace/Cargo.toml")).isTrue();
    assertThat(Scaffolding.besides(path.replace("workspace/", "home/dev/"), bytes))
        .contains("home/dev/Cargo.toml");
  }

  @ParameterizedTest
  @CsvSource({
    "workspace/src/main.rs, 46",
    "workspace/src/other.rs, 45",
    "workspace/.gitignore, 20",
    "workspace/.git/config, 160",
    "workspace/.git/index, 20",
    "workspace/.git/objects/ab/cdef, 20",
    "workspace/.git/refs/heads/master, 41",
    "workspace/.git/logs/HEAD, 20",
    "workspace/.git/hooks/pre-commit, 20",
    "workspace/.git/hooks/pre-commit.sample, 100000",
    "workspace/mine/src/main.rs, 45",
    "workspace/mine/.git/HEAD, 23",
    "usr/share/src/main.rs, 45"
  })
  void whatSomebodyWroteOrCommittedIsNot(String path, long bytes) {
    assertThat(Scaffolding.besides(path, bytes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirements.txt",
        "package.json",
        "package-lock.json",
        "pnpm-lock.yaml",
        "bun.lock",
        "go.mod",
        "go.sum",
        "Cargo.toml",
        "Cargo.lock",
        "Gemfile.lock"
      })
  void manifestsAreTheInstallsInItsOwnDirectoryAndOfASessionFurtherDown(String name) {
    assertThat(SessionFiles.holds("workspace/" + name)).isFalse();
    assertThat(SessionFiles.holds("tmp/" + name)).isFalse();
    assertThat(SessionFiles.holds("workspace/mine/" + name)).isTrue();
    assertThat(Scaffolding.vouches("workspace/mine/" + name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/bin/jq",
        "workspace/node_modules/ms/index.js",
        "workspace/package.json",
        "workspace/go.sum",
        "workspace/.venv/bin/activate",
        "root/.cargo/registry/src/index/serde/lib.rs",
        "root/go/pkg/mod/golang.org/x/text@v0.14.0/doc.go",
        "root/.local/lib/python3.11/site-packages/six.py",
        "root/.npm/_logs/debug.log",
        "root/.config/go/telemetry/local/x"
      })
  void whatPackageManagersPutThereIsNot(String path) {
    assertThat(SessionFiles.holds(path)).isFalse();
  }
}
