package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.text.InstallText;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards that what runs in the sandbox's containers finds the packages of our images without a
 * network, and that who works there can go on with the project: nothing of root's is in the way.
 */
@EngineTest
class SandboxUseTest {
  /** What the sandbox's Dockerfiles have in common: user 1000, whose project is the workspace. */
  private static final String SANDBOX =
      """
      USER root
      RUN id -u 1000 || useradd --create-home --uid 1000 sandbox; \\
          install -d -o 1000 -g 1000 /workspace
      ENTRYPOINT []
      CMD ["tail", "-f", "/dev/null"]
      WORKDIR /workspace
      USER 1000:1000
      """;

  private RealInstalls installs;
  private SandboxContainers sandbox;

  @BeforeEach
  void start(ContainerEngine engine, @TempDir Path locks) {
    installs = new RealInstalls(engine, locks);
    sandbox = installs.sandbox();
  }

  @AfterEach
  void removeWhatWasMade() {
    installs.close();
  }

  @Test
  void pythonImportsIn() {
    var request =
        install(Language.PYTHON, "python", SANDBOX + "VOLUME /workspace\n", "six==1.16.0");
    sandbox.runs(
        request, "echo 'import six; print(six.__name__)' > main.py; test $(python3 main.py) = six");
  }

  @Test
  void javascriptRequiresAndItsUserGoesOnWithNpm() {
    var request = install(Language.JAVASCRIPT, "javascript", SANDBOX, "left-pad@1.3.0");
    sandbox.runs(
        request,
        """
        echo "console.log(require('left-pad')(7, 3, '0'))" > main.js
        test $(node main.js) = 007
        npm uninstall --offline left-pad
        test ! -e node_modules/left-pad
        """);
    sandbox.runsWithNetwork(request, "npm install is-odd; npm ls left-pad is-odd");
  }

  @Test
  void typescriptRequiresAndItsUserGoesOnWithPnpm() {
    var request = install(Language.TYPESCRIPT, "typescript", SANDBOX, "is-number@7.0.0");
    sandbox.runs(
        request,
        """
        echo "console.log(require('is-number')(7))" > main.js
        test $(node main.js) = true
        """);
    sandbox.runsWithNetwork(request, "pnpm add is-odd; test -e node_modules/is-number; pnpm ls");
    assertThat(installs.inside(request).packages())
        .as("read in the image, where pnpm keeps packages beside links to them")
        .filteredOn(each -> each.name().equals("is-number"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.version()).isEqualTo("7.0.0");
              assertThat(found.asked()).isTrue();
              assertThat(found.sizeBytes().orElseThrow()).isPositive();
            });
  }

  @Test
  void typescriptRequiresAndItsUserGoesOnWithBunWhereTheBaseHasNoWorkspace() {
    var request = install(Language.TYPESCRIPT, "bun", "USER 1000:1000", "is-odd@3.0.1");
    sandbox.runs(
        request,
        """
        echo "import odd from 'is-odd'; console.log(odd(7))" > main.ts
        test $(bun main.ts) = true
        """);
    sandbox.runsWithNetwork(
        request, "bun add is-even; bun remove is-odd; bun -e 'require(\"is-even\")'");
  }

  /** As golang's images have it, GOPATH belongs to root and everybody may write there. */
  @Test
  void goBuildsAndItsUserGoesOnWhereEverybodyMayWrite() {
    var request =
        install(
            Language.GO,
            "go",
            SANDBOX + "USER root\nRUN chmod 1777 /go\nUSER 1000:1000\n",
            "golang.org/x/text@v0.14.0");
    sandbox.runs(
        request,
        """
        cat > main.go <<END
        package main
        import "golang.org/x/text/language"
        func main() { print(language.German.String()) }
        END
        test $(go run main.go 2>&1) = de
        """);
    sandbox.runsWithNetwork(request, "go get github.com/pkg/errors; go list github.com/pkg/errors");
  }

  /** Without CARGO_HOME crates are in the home directory of whoever builds. */
  @Test
  void rustBuildsAndItsUserGoesOnInItsHome() {
    var request = install(Language.RUST, "rust", "ENV CARGO_HOME=\n" + SANDBOX, "itoa@1.0");
    sandbox.runs(
        request,
        """
        echo 'fn main() { println!("{}", itoa::Buffer::new().format(7)) }' > src/main.rs
        test $(cargo run --offline --quiet) = 7
        """);
    sandbox.runsWithNetwork(request, "cargo add ryu; cargo fetch");
  }

  @Test
  void bashRunsPrograms() {
    var request = install(Language.BASH, "bash", SANDBOX, "jq");
    sandbox.runs(request, "test $(echo '{\"a\": 7}' | jq .a) = 7");
  }

  /** As ruby's images have it, GEM_HOME belongs to root and everybody may write there. */
  @Test
  void rubyRequiresAndItsUserGoesOnWhereEverybodyMayWrite() {
    var request =
        install(
            Language.RUBY,
            "ruby",
            "USER root\nENV GEM_HOME=/usr/local/bundle\nRUN mkdir -m 1777 /usr/local/bundle\n"
                + SANDBOX,
            "greeting:1.0.0");
    sandbox.runs(
        request, "ruby -e 'require \"greeting\"'; gem install words; gem uninstall greeting");
  }

  private InstallRequest install(
      Language language, String base, String dockerfile, String... packages) {
    var request =
        installs.requestOn(
            language,
            sandbox.base("FROM " + RealInstalls.base(base) + "\n" + dockerfile),
            packages);
    InstallResult result = installs.install(request);
    assertThat(InstallText.errors(result)).isEmpty();
    return request;
  }
}
