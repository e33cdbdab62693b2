package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.launch.PackagedCommand.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Guards that the app with a runtime of its own runs as a user would run it, with its caches. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the script for Unix shells")
class RuntimeImageIT implements AnswersVerbs {
  private static final String OPTIONS = "SANDBOX_CACHE_JAVA_OPTIONS";

  /** The JVM ends where it cannot use its cache, rather than start without. */
  private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

  private static final Path IMAGE =
      Path.of(Objects.requireNonNull(System.getProperty("sandboxcache.image")));

  @TempDir private Path directory;

  @Override
  public Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return new PackagedCommand(IMAGE.resolve("bin").resolve("sandbox-cache"), directory)
        .run(environment, arguments);
  }

  @Test
  void verbUsesTheCacheOfItsClasses() throws Exception {
    Run run = run(Map.of(OPTIONS, CACHE_OR_NOTHING), "ls", "--sample");

    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void windowUsesTheCacheOfItsClasses() throws Exception {
    Run run = run(Map.of(OPTIONS, CACHE_OR_NOTHING));

    // Without a display it comes no farther than this, but it runs.
    assertThat(run.err()).contains("No display");
  }

  @Test
  void aCacheThatDoesNotFitIsPassedOverInSilence() throws Exception {
    String unfit = "-XX:-UseCompressedOops";

    assertThat(run(Map.of(OPTIONS, unfit + " " + CACHE_OR_NOTHING), "--version").code())
        .isNotZero();
    assertThat(run(Map.of(OPTIONS, unfit), "--version"))
        .satisfies(run -> assertThat(run.code()).isZero())
        .satisfies(run -> assertThat(run.err()).isEmpty());
  }

  @Test
  void verbDoesWithoutTheToolkit() throws Exception {
    Map<String, String> noToolkit = Map.of(OPTIONS, "--limit-modules=" + modulesButJavaFx());

    Run run = run(noToolkit, "ls", "--sample");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
  }

  private static String modulesButJavaFx() throws IOException {
    Path java = IMAGE.resolve("lib").resolve("runtime").resolve("bin").resolve("java");
    Process list = new ProcessBuilder(java.toString(), "--list-modules").start();
    String all = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(all).contains("javafx.graphics");
    return all.lines()
        .map(line -> line.replaceFirst("@.*", ""))
        .filter(module -> !module.startsWith("javafx."))
        .collect(Collectors.joining(","));
  }
}
