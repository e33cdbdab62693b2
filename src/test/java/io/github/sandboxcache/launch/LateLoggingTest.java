package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** Guards that what is never logged costs nothing; {@code PackagedAppIT} reads what is logged. */
class LateLoggingTest {
  private final LateLogging logging = new LateLogging();

  @Test
  void detailsAreRefusedWithoutTheBackend() {
    Logger logger = logging.getLoggerFactory().getLogger("io.github.sandboxcache.Some");

    assertThat(logger.isDebugEnabled()).isFalse();
    assertThat(logger.isTraceEnabled()).isFalse();
    assertThat(logger.isInfoEnabled()).isTrue();
  }

  @Test
  void eachNameHasOneLogger() {
    Logger first = logging.getLoggerFactory().getLogger("a");

    assertThat(logging.getLoggerFactory().getLogger("a")).isSameAs(first);
    assertThat(logging.getLoggerFactory().getLogger("b")).isNotSameAs(first);
  }

  @Test
  void verbThatLogsNothingDoesWithoutTheBackend(@TempDir Path home) throws Exception {
    ProcessBuilder verb =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "ls",
            "--sample",
            "--json");
    verb.environment().put("SANDBOX_CACHE_HOME", home.toString());
    Process process = verb.redirectErrorStream(true).start();

    String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(loaded)
        .contains(LateLogging.class.getName())
        .doesNotContain("org.tinylog.provider.ProviderRegistry");
  }
}
