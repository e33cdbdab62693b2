package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.launch.PackagedCommand.Run;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that pins which the user may not read are not taken for no pins, by the system itself. */
class OtherUserIT {
  private static final Path APP =
      Path.of(Objects.requireNonNull(System.getProperty("sandboxcache.folder")));
  private static final String NOBODY = "65534";

  @TempDir private Path directory = Path.of("");
  private final OneImageEngine engine = new OneImageEngine();

  @BeforeEach
  void giveTheAppToAnotherUser() throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can run the app as another user");
    allow(directory, "rwxr-xr-x");
    copy(APP, directory.resolve("app"));
    allow(Files.createDirectory(home()), "rwxrwxrwx");
    allow(Files.createDirectory(AppDirectories.under(home()).config()), "rwxrwxrwx");
    Files.writeString(pins(), "{\"pinned\": []}");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void whatIsNotPinnedIsRemoved() throws Exception {
    allow(pins(), "rw-r--r--");

    Run run = runAsNobody("clear", "--yes");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(engine.removals()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prune --keep 0", "clear --yes", "remove " + OneImageEngine.IMAGE})
  void whilePinsMayNotBeReadNothingIsRemoved(String verb) throws Exception {
    allow(pins(), "rw-------");

    Run run = runAsNobody(verb.split(" "));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("you may not read", pins().toString());
    assertThat(engine.removals()).isEmpty();
    assertThat(pins()).hasContent("{\"pinned\": []}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pins())))
        .isEqualTo("rw-------");
    assertThat(Files.getOwner(pins())).isEqualTo(Files.getOwner(directory));
  }

  private Run runAsNobody(String... arguments) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    all.add(directory.resolve("app").resolve("bin").resolve("sandbox-cache").toString());
    all.addAll(List.of(arguments));
    return new PackagedCommand(Path.of("setpriv"), directory)
        .run(Map.of("DOCKER_HOST", engine.uri(), "LC_ALL", "C.UTF-8"), all.toArray(String[]::new));
  }

  /** Where a {@link PackagedCommand} has its files. */
  private Path home() {
    return directory.resolve("home");
  }

  private Path pins() {
    return AppDirectories.under(home()).pinsFile();
  }

  private static void allow(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /** The build's own folder may lie where nobody else gets to. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            allow(Files.createDirectory(to.resolve(from.relativize(folder))), "rwxr-xr-x");
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            allow(Files.copy(file, to.resolve(from.relativize(file))), "rwxr-xr-x");
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
