package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern means the files it seems to mean, and of too many those that still grow. */
class LogPatternTest {
  @TempDir private Path home;

  private LogPattern pattern(String text) {
    return LogPattern.parse(text, home).orElseThrow();
  }

  private Path write(String path) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~/logs/a/box.log",
        "~/logs/*/box.log",
        "~/logs/[ab]/*.log",
        "~/logs/{a,c}/box.log",
        "~/{logs/a,other}/box.log",
        "~/**/box.log",
        "~/logs/**/*.log",
        "~/l*/?/box*"
      })
  void whatItMeansIsFoundAndKnown(String text) throws IOException {
    Path file = write("logs/a/box.log");
    write("logs/a/deeper/x.txt");
    write("box.txt");
    assertThat(pattern(text).files()).containsExactly(file);
    assertThat(pattern(text).means(file)).isTrue();
    assertThat(pattern(text).means(home.resolve("box.txt"))).isFalse();
  }

  /** Clients begin a file with every session: the one of today is what matters. */
  @Test
  void ofTooManyFilesThoseWrittenToLastAreFollowed() throws IOException {
    for (int i = 0; i < LogPattern.MAX_FILES + 3; i++) {
      Path file = write("logs/%03d.log".formatted(i));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * i));
    }
    List<Path> found = pattern("~/logs/*.log").files();
    assertThat(found)
        .hasSize(LogPattern.MAX_FILES)
        .isSorted()
        .startsWith(home.resolve("logs/003.log"));
  }
}
