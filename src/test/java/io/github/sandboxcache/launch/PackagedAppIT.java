package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.launch.PackagedCommand.Run;
import io.github.sandboxcache.ui.app.ShippedComponents;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Guards that the folder that {@code mvn package} leaves runs as a user would run it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the script for Unix shells")
class PackagedAppIT implements AnswersVerbs {
  private static final Path SCRIPT =
      Path.of(Objects.requireNonNull(System.getProperty("sandboxcache.folder")))
          .resolve("bin")
          .resolve("sandbox-cache");

  @TempDir private Path directory;

  private PackagedCommand app() {
    return new PackagedCommand(SCRIPT, directory);
  }

  @Override
  public Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return app().run(environment, arguments);
  }

  @Test
  void germansReadGermanAndTheirProgramsTheSameAsEverywhere() throws Exception {
    Map<String, String> german =
        Map.of("SANDBOX_CACHE_JAVA_OPTIONS", "-Duser.language=de -Duser.country=DE");

    assertThat(run(german, "ls", "--sample").out()).contains("GRÖSSE", "6,1 GB");
    assertThat(run(german, "prune", "--sample", "--dry-run", "--json").out())
        .contains("among the newest 3 of its language");
  }

  @Test
  void everyJarIsNamedWithItsLicence() throws IOException {
    List<String> files =
        ShippedComponents.all().stream().flatMap(each -> each.files().stream()).toList();
    try (Stream<Path> jars = Files.walk(SCRIPT.resolveSibling("../lib").normalize())) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .filteredOn(jar -> jar.endsWith(".jar") && !jar.startsWith("sandbox-cache-"))
          .isNotEmpty()
          .allMatch(jar -> files.stream().anyMatch(jar::startsWith), "is in components.txt");
    }
  }

  @Test
  void argumentsSurvivePosixLocale() throws Exception {
    String utf8 = run(Map.of("LC_ALL", "C.UTF-8"), "key", "python", "é👍", "").out();

    assertThat(run(Map.of("LC_ALL", "C"), "key", "python", "é👍", "").out()).isEqualTo(utf8);
  }

  /** The window tells others to start it, also where it was found by a link. */
  @Test
  void theAppKnowsWhichScriptStartedIt() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("a link"), SCRIPT);
    Run run =
        new PackagedCommand(link, directory)
            .run(
                Map.of("SANDBOX_CACHE_JAVA_OPTIONS", "-XshowSettings:properties"),
                "key",
                "python",
                "x");

    assertThat(run.err()).contains("sandboxcache.launcher = " + SCRIPT.toRealPath());
  }

  @Test
  void withoutEngineVerbSaysWhatWasTried() throws Exception {
    Run run = run(Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock"), "ls", "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("/nonexistent/docker.sock", "--sample");
  }

  @Test
  void homeThatCannotBeWrittenIsNoObstacle() throws Exception {
    Run run = run(Map.of("SANDBOX_CACHE_HOME", "/proc/nonexistent"), "stats", "--sample", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void windowOpensFromTheJarsAndPrintsNothing() throws Exception {
    Process window =
        app()
            .start(
                Map.of("SANDBOX_CACHE_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw"),
                "--sample");
    try {
      while (window.isAlive() && !log().contains("the window is open")) {
        Thread.sleep(Duration.ofMillis(100));
      }
      assertThat(window.isAlive()).as("the window is still open").isTrue();
      assertThat(log()).as("who wrote a line").contains("WindowOpening the window is open");
      assertThat(app().out()).isEmpty();
      assertThat(app().err()).isEmpty();
    } finally {
      window.destroy();
      window.waitFor();
    }
  }

  private String log() throws IOException {
    Path logs = AppDirectories.under(directory.resolve("home")).logs();
    if (!Files.isDirectory(logs)) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(logs)) {
      for (Path file : files) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
