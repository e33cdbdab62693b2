package io.github.sandboxcache.build.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a package does not depend on the machine that built it. */
class TreeTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path directory;
  private Path from;

  @BeforeEach
  void makeTree() throws IOException {
    from = directory.resolve("from");
    Files.createDirectories(from.resolve("bin"));
    Files.writeString(from.resolve("bin/tool"), "#!/bin/sh");
    Files.setPosixFilePermissions(
        from.resolve("bin/tool"), PosixFilePermissions.fromString("rwx------"));
    Files.writeString(from.resolve("bin/data"), "12345");
    Files.createSymbolicLink(from.resolve("link"), Path.of("bin/tool"));
  }

  @Test
  void linksStayLinks() throws IOException {
    Path to = directory.resolve("to");
    Tree.copy(from, to);
    assertThat(Files.readSymbolicLink(to.resolve("link"))).isEqualTo(Path.of("bin/tool"));
    assertThat(to.resolve("bin/data")).hasContent("12345");
  }

  @Test
  void modesAndTimesAreThoseOfPackages() throws IOException {
    Tree.settle(from, TIME);
    assertThat(modes("bin/tool")).isEqualTo("rwxr-xr-x");
    assertThat(modes("bin/data")).isEqualTo("rw-r--r--");
    assertThat(Files.getLastModifiedTime(from.resolve("bin/data")).toInstant()).isEqualTo(TIME);
  }

  @Test
  void aFreshDirectoryIsEmpty() throws IOException {
    assertThat(Tree.fresh(from)).isEmptyDirectory();
  }

  @Test
  void aTemplateGetsItsValues() throws IOException {
    Path template = Files.writeString(directory.resolve("template"), "Version: @version@\n");
    Path to = directory.resolve("deep/control");
    Template.write(template, to, Map.of("version", "1.2.3"));
    assertThat(to).hasContent("Version: 1.2.3\n");
  }

  private String modes(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(from.resolve(file)));
  }
}
