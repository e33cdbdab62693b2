package io.github.sandboxcache.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs the tests often finds no directories of theirs left behind. */
class TemporaryFoldersTest {
  /** What a process of tests does. */
  static final class TestRun {
    private TestRun() {}

    /** Makes locks and a ledger, and fills what it made. */
    public static void main(String[] arguments) throws Exception {
      Files.createFile(TemporaryFolders.create("locks").resolve("engine.lock"));
      Files.createFile(TemporaryFolders.create("ledger").resolve("usage.db"));
      System.out.println(TemporaryFolders.create("last").getParent());
    }
  }

  @Test
  void nothingIsLeftWhenTheProcessEnds(@TempDir Path temporary) throws Exception {
    Process tests =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                TestRun.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertThat(Path.of(tests.inputReader().readLine())).hasParent(temporary);
    assertThat(tests.waitFor()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }
}
