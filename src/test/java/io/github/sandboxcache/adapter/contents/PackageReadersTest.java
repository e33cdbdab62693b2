package io.github.sandboxcache.adapter.contents;

import static io.github.sandboxcache.adapter.contents.SavedImages.above;
import static io.github.sandboxcache.adapter.contents.SavedImages.candidates;
import static io.github.sandboxcache.adapter.contents.SavedImages.find;
import static io.github.sandboxcache.adapter.contents.SavedImages.packages;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.ImageContents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How each package manager's packages are told, and those that somebody asked it for. */
class PackageReadersTest {
  private static final String PYTHON = "usr/local/lib/python3.11/site-packages/";
  private static final String NODE = "workspace/node_modules/";

  @Test
  void pipMarksWhatWasAskedFor() {
    ImageContents contents =
        above(
            new TestLayer()
                .file(
                    PYTHON + "uvicorn-0.30.0.dist-info/METADATA",
                    """
                    Metadata-Version: 2.1
                    Name: uvicorn
                    Version: 0.30.0
                    Requires-Dist: click>=7.0
                    Requires-Dist: httptools>=0.6; extra == 'standard'
                    Provides-Extra: standard

                    Name: not a field, but text
                    """)
                .file(PYTHON + "uvicorn-0.30.0.dist-info/REQUESTED", "")
                .file(
                    PYTHON + "uvicorn-0.30.0.dist-info/RECORD",
                    """
                    uvicorn/__init__.py,sha256=abc,100
                    "uvicorn/a,b.py",sha256=abc,20
                    uvicorn/__pycache__/__init__.cpython-311.pyc,,
                    """)
                .file(PYTHON + "uvicorn/__init__.py", 100)
                .file(PYTHON + "click-8.1.7.dist-info/METADATA", "Name: click\nVersion: 8.1.7\n"));

    assertThat(packages(contents)).containsExactly("click 8.1.7", "*uvicorn 0.30.0");
    assertThat(find("uvicorn", contents).sizeBytes()).hasValue(120);
    assertThat(find("uvicorn", contents).dependencies()).containsExactly("click");
    assertThat(candidates(contents)).containsExactly("*uvicorn 0.30.0");
    assertThat(contents.candidates().getFirst().extras()).containsExactly("standard");
  }

  @Test
  void withoutMarksWhatNoOtherPackageNeedsWasProbablyAskedFor() {
    ImageContents contents =
        above(
            new TestLayer()
                .file(
                    "opt/target/pandas-2.0.dist-info/METADATA",
                    "Name: pandas\nVersion: 2.0\nRequires-Dist: Python_DateUtil (>=2)\n")
                .file(
                    "opt/target/python_dateutil-2.9.dist-info/METADATA",
                    "Name: python-dateutil\nVersion: 2.9\n"));

    assertThat(candidates(contents)).containsExactly("*pandas 2.0", "python-dateutil 2.9");
  }

  @Test
  void anInstallerBroughtUpToDateWasMaybeNotAskedFor() {
    ImageContents contents =
        above(
            new TestLayer()
                .file(PYTHON + "pip-25.0.dist-info/METADATA", "Name: pip\nVersion: 25.0\n")
                .file(PYTHON + "pip-25.0.dist-info/REQUESTED", "")
                .file(PYTHON + "six-1.16.dist-info/METADATA", "Name: six\nVersion: 1.16\n")
                .file(PYTHON + "six-1.16.dist-info/REQUESTED", ""));

    assertThat(candidates(contents)).containsExactly("*six 1.16", "pip 25.0");
  }

  @Test
  void copiesWithinAPackageAreNotInstalled() {
    ImageContents contents =
        above(
            new TestLayer()
                .file(PYTHON + "setuptools/_vendor/wheel-0.43.dist-info/METADATA", "Name: wheel")
                .file(PYTHON + "setuptools/_vendor/wheel-0.43.dist-info/REQUESTED", ""));

    assertThat(contents.packages()).isEmpty();
    assertThat(contents.candidates()).isEmpty();
    assertThat(contents.problems()).isEmpty();
  }

  @Test
  void npmNotesInTheWorkspaceWhatWasAskedFor() {
    ImageContents contents =
        above(
            new TestLayer()
                .file(
                    "workspace/package.json",
                    """
                    {"dependencies": {"left-pad": "^1.3.0"},
                     "devDependencies": {"@types/node": "^20.1.0"}}
                    """)
                .file(NODE + "left-pad/package.json", node("left-pad", "1.3.0"))
                .file(NODE + "left-pad/index.js", 500)
                .file(NODE + "left-pad/dist/package.json", "{\"type\": \"commonjs\"}")
                .file(NODE + "@types/node/package.json", node("@types/node", "20.1.0"))
                .file(NODE + "@types/node/node_modules/ms/package.json", node("ms", "2.0.0"))
                .file(NODE + ".bin/tool", 10));

    assertThat(packages(contents))
        .containsExactly("*@types/node 20.1.0", "*left-pad 1.3.0", "ms 2.0.0");
    assertThat(find("left-pad", contents).sizeBytes())
        .hasValue(500 + node("left-pad", "1.3.0").length() + 20);
    assertThat(candidates(contents))
        .containsExactly("*@types/node 20.1.0 ^20.1.0", "*left-pad 1.3.0 ^1.3.0");
  }

  @Test
  void pnpmKeepsPackagesBesideLinksToThem() {
    ImageContents contents =
        above(
            new TestLayer()
                .file("workspace/package.json", "{\"dependencies\": {\"ms\": \"^2.1.3\"}}")
                .link(NODE + "ms", ".pnpm/ms@2.1.3/node_modules/ms")
                .file(NODE + ".modules.yaml", "")
                .file(NODE + ".pnpm/ms@2.1.3/node_modules/ms/package.json", node("ms", "2.1.3")));

    assertThat(packages(contents)).containsExactly("*ms 2.1.3");
    assertThat(candidates(contents)).containsExactly("*ms 2.1.3 ^2.1.3");
  }

  @Test
  void goKeepsModulesByNameAndVersion() {
    String cache = "root/go/pkg/mod/";
    ImageContents contents =
        above(
            new TestLayer()
                .file(
                    "workspace/go.mod",
                    """
                    module sandbox

                    go 1.21

                    require (
                    \tgithub.com/BurntSushi/toml v1.3.2 // indirect
                    \tgolang.org/x/text v0.14.0
                    )
                    """)
                .file(cache + "github.com/!burnt!sushi/toml@v1.3.2/decode.go", 700)
                .file(cache + "github.com/!burnt!sushi/toml@v1.3.2/internal/tz.go", 50)
                .file(cache + "cache/download/golang.org/x/text/@v/v0.14.0.zip", 900)
                .file(cache + "cache/download/golang.org/x/mod/@v/v0.1.0.mod", 9));

    assertThat(packages(contents))
        .containsExactly("github.com/BurntSushi/toml v1.3.2", "*golang.org/x/text v0.14.0");
    assertThat(find("github.com/BurntSushi/toml", contents).sizeBytes()).hasValue(750);
    assertThat(find("golang.org/x/text", contents).sizeBytes()).isEmpty();
    assertThat(candidates(contents))
        .containsExactly("*golang.org/x/text v0.14.0", "github.com/BurntSushi/toml v1.3.2");
  }

  @Test
  void cargoNotesInTheManifestWhatWasAskedFor() {
    String registry = "root/.cargo/registry/";
    ImageContents contents =
        above(
            new TestLayer()
                .file(
                    "workspace/Cargo.toml",
                    """
                    [package]
                    name = "workspace"
                    version = "0.1.0"

                    [dependencies]
                    anyhow = "1.0.80"
                    serde = { version = "1", features = ["derive"] }

                    [dependencies.rand]
                    version = "0.8.5"
                    """)
                .file(
                    "workspace/Cargo.lock",
                    """
                    [[package]]
                    name = "serde"
                    version = "1.0.197"
                    """)
                .file(registry + "src/index.crates.io-6f17d22bba15001f/anyhow-1.0.80/lib.rs", 40)
                .file(registry + "cache/index.crates.io-6f17d22bba15001f/serde-1.0.197.crate", 9)
                .file(registry + "src/index.crates.io-6f17d22bba15001f/md-5-0.10.6/lib.rs", 3));

    assertThat(packages(contents))
        .containsExactly("*anyhow 1.0.80", "md-5 0.10.6", "*serde 1.0.197");
    assertThat(candidates(contents))
        .containsExactly("*anyhow 1.0.80 1.0.80", "*rand  0.8.5", "*serde 1.0.197 1");
  }

  @Test
  void ofDpkgOnlyWhatTheBaseLacksIsTold() {
    TestLayer base =
        new TestLayer()
            .file("var/lib/dpkg/status", dpkg("libc6", "2.36") + dpkg("libjq1", "1.5"))
            .file("var/lib/apt/extended_states", "Package: libjq1\nAuto-Installed: 1\n");
    TestLayer own =
        new TestLayer()
            .file(
                "var/lib/dpkg/status",
                dpkg("libc6", "2.36")
                    + dpkg("libjq1", "1.6")
                    + dpkg("libonig5", "6.9")
                    + dpkg("jq", "1.6")
                    + dpkg("gone", "1").replace("ok installed", "ok config-files"))
            .file(
                "var/lib/apt/extended_states",
                "Package: libjq1\nAuto-Installed: 1\n\nPackage: libonig5\nAuto-Installed: 1\n")
            .file("usr/bin/jq", 5000);
    List<TestLayer> layers = List.of(base, own);

    for (ArchiveForm form : ArchiveForm.values()) {
      ImageContents contents = SavedImages.read(form.archive(layers), SavedImages.stack(1, layers));

      assertThat(packages(contents)).containsExactly("*jq 1.6", "libjq1 1.6", "libonig5 6.9");
      assertThat(find("jq", contents).sizeBytes()).hasValue(3 << 10);
      assertThat(find("jq", contents).dependencies()).containsExactly("init", "libc6");
      assertThat(candidates(contents)).containsExactly("*jq 1.6");
    }
  }

  @Test
  void nothingIsToldOfDpkgWhereTheBaseCannotBeRead() {
    TestLayer own = new TestLayer().file("var/lib/dpkg/status", dpkg("libc6", "2.36"));

    ImageContents contents =
        SavedImages.read(
            ArchiveForm.DOCKER_28.archive(List.of(own)),
            SavedImages.stack(1, List.of(new TestLayer().file("never/sent", 1), own)));

    assertThat(contents.packages()).isEmpty();
    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.BASE_UNREADABLE);
  }

  @Test
  void ofApkOnlyWhatTheBaseLacksIsTold() {
    TestLayer base =
        new TestLayer()
            .file("lib/apk/db/installed", apk("musl", "1.2.4-r2"))
            .file("etc/apk/world", "alpine-baselayout\nbusybox\n");
    TestLayer own =
        new TestLayer()
            .file(
                "lib/apk/db/installed",
                apk("musl", "1.2.4-r2") + apk("jq", "1.7-r1") + apk("oniguruma", "6.9-r0"))
            .file("etc/apk/world", "alpine-baselayout\nbusybox\njq=1.7-r1\n")
            .file("usr/bin/jq", 5000);
    List<TestLayer> layers = List.of(base, own);

    ImageContents contents =
        SavedImages.read(ArchiveForm.DOCKER_28.archive(layers), SavedImages.stack(1, layers));

    assertThat(packages(contents)).containsExactly("*jq 1.7-r1", "oniguruma 6.9-r0");
    assertThat(find("jq", contents).sizeBytes()).hasValue(800);
    assertThat(find("jq", contents).dependencies()).containsExactly("oniguruma");
    assertThat(candidates(contents)).containsExactly("*jq 1.7-r1 jq=1.7-r1");
  }

  @Test
  void gemsAreToldByTheirSpecifications() {
    String gems = "usr/local/bundle/";
    ImageContents contents =
        above(
            new TestLayer()
                .file(
                    gems + "specifications/sinatra-3.1.0.gemspec", gem("sinatra", "3.1.0", "rack"))
                .file(gems + "specifications/rack-2.2.8.gemspec", gem("rack", "2.2.8", ""))
                .file(gems + "gems/rack-2.2.8/lib/rack.rb", 60)
                .file(gems + "gems/rack-2.2.8/lib/rack/utils.rb", 40));

    assertThat(packages(contents)).containsExactly("rack 2.2.8", "*sinatra 3.1.0");
    assertThat(find("rack", contents).sizeBytes()).hasValue(100);
    assertThat(candidates(contents)).containsExactly("*sinatra 3.1.0", "rack 2.2.8");
  }

  private static String node(String name, String version) {
    return "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(name, version);
  }

  private static String dpkg(String name, String version) {
    return """
    Package: %s
    Status: install ok installed
    Installed-Size: 3
    Architecture: amd64
    Version: %s
    Pre-Depends: init
    Depends: libc6 (>= 2.34), libc6 | musl
    Description: Package: of that name
     goes on

    """
        .formatted(name, version);
  }

  private static String apk(String name, String version) {
    return "C:Q1abc=\nP:%s\nV:%s\nS:400\nI:800\nD:so:libc.musl-x86_64.so.1 oniguruma>=6\n\n"
        .formatted(name, version);
  }

  private static String gem(String name, String version, String dependency) {
    return """
    Gem::Specification.new do |s|
      s.name = "%s".freeze
      s.version = "%s"
      %s
    end
    """
        .formatted(
            name,
            version,
            dependency.isEmpty()
                ? ""
                : "s.add_runtime_dependency(%q<" + dependency + ">.freeze, [\"~> 2.2\".freeze])");
  }
}
