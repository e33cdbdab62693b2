package io.github.sandboxcache.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process that is interrupted while it loads SQLite's library leaves no temporary file. */
class InterruptedLoadTest {
  @TempDir Path directory;

  @RepeatedTest(3)
  void theEndWaitsUntilTheJvmKnowsWhatToDelete() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtinylog.level=off",
                "-Dorg.sqlite.tmpdir=" + temporary,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedLoad.class.getName(),
                temporary.toString(),
                directory.resolve("usage.sqlite").toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }
}
