package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.text.InstallText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards that the user's CA bundle is trusted during an install and is nowhere in the image. */
@EngineTest
class CaBundleInstallTest {
  private static final Path HOST_BUNDLE = Path.of("/etc/ssl/certs/ca-certificates.crt");

  private final RealInstalls installs;

  CaBundleInstallTest(ContainerEngine engine, @TempDir Path locks) {
    installs = new RealInstalls(engine, locks);
  }

  @AfterEach
  void removeWhatWasMade() {
    installs.close();
  }

  @Test
  void aBaseImageThatTrustsNobodyInstallsWithTheUsersBundle() {
    assumeThat(Files.isReadable(HOST_BUNDLE)).as("this machine has a bundle").isTrue();
    InstallRequest request =
        installs.request(Language.PYTHON, "python-without-ca", "colorama==0.4.6");
    installs.useCaBundle(Optional.of(HOST_BUNDLE));
    InstallResult result = installs.install(request);
    assertThat(InstallText.errors(result)).isEmpty();
    installs.assertRunsAsItsBase(request);
    assertThat(installs.run(request, "python3", "-c", "import colorama").exitCode()).isZero();
    assertThat(installs.run(request, "ls", InstallContainer.CA_BUNDLE_PATH).exitCode()).isNotZero();
    assertThat(installs.run(request, "ls", "-A", "/dev/shm").output()).isBlank();
  }

  @Test
  void aBundleThatIsNotThereIsToldBeforeAnythingRuns(@TempDir Path empty) {
    InstallRequest request = installs.request(Language.PYTHON, "python", "colorama==0.4.5");
    installs.useCaBundle(Optional.of(empty.resolve("absent.pem")));
    InstallResult result = installs.install(request);
    assertThat(InstallText.errors(result)).singleElement().asString().contains("absent.pem");
    assertThat(installs.lines()).noneMatch(line -> line.startsWith("$ "));
    installs.assertNothingLeft(request);
  }
}
