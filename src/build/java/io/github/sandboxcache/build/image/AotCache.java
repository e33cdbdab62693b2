package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the caches of loaded and linked classes (JEP 483, 514, 515) by starting the app as a user
 * would: the window and a verb. Each has its own, for a cache loads at once all classes in it, and
 * a verb must not load the toolkit. A cache that does not fit is passed over at the start; so one
 * that cannot be made is told and left out.
 */
final class AotCache {
  static final String WINDOW = "window";
  static final String COMMAND_LINE = "command-line";

  /** The verb that stays: it has the options of all verbs, and only its own classes. */
  private static final String WRAP = "wrap";

  static final String OPTIONS = ".options";

  /**
   * Beneath the app: caches and options. A package packs files in the order of their names, and the
   * two caches, which have much in common, two megabytes better next to each other.
   */
  static final String START = "start";

  private static final String MAIN = "io.github.sandboxcache.launch.Main";

  /** Runs all verbs that it is given in one process. */
  private static final String REHEARSAL = "io.github.sandboxcache.launch.Rehearsal";

  private static final List<String> VERBS =
      List.of(
          "ls",
          "ls --json",
          "stats",
          "stats --json",
          "usage",
          "usage --json",
          "prune --dry-run",
          "prune --dry-run --json",
          "pin mcp-sandbox-python:483197298936",
          "unpin mcp-sandbox-python:483197298936 --json",
          "key python requests",
          "--version");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** For so long the open window is left to load what it needs. */
  private static final Duration LOOK = Duration.ofSeconds(8);

  private final Path image;
  private final Path work;

  private AotCache(Path image, Path work) {
    this.image = image;
    this.work = work;
  }

  /** Makes both caches beside the jars. */
  static void make(Path image, Path work, Instant time) throws IOException, InterruptedException {
    AotCache training = new AotCache(image, work);
    try (TrainingEngine engine = new TrainingEngine(Files.createDirectories(work));
        TrainingDisplay display = TrainingDisplay.open(work)) {
      Process verb =
          training.start(
              COMMAND_LINE, training.recording(COMMAND_LINE), display, engine, rehearsal(engine));
      if (verb.waitFor() != 0) {
        throw new IOException("the verb fails:\n" + Files.readString(training.log()));
      }
      if (hasProxy()) {
        Process proxy =
            training.start(
                COMMAND_LINE, training.recording(WRAP), display, engine, training.wrap());
        if (proxy.waitFor() != 0) {
          throw new IOException("the proxy fails:\n" + Files.readString(training.log()));
        }
      }
      // Leaves a remembered list, as there is one at every start but the first.
      List<String> window = List.of(MAIN);
      training.look(training.start(WINDOW, List.of(), display, engine, window));
      training.look(training.start(WINDOW, training.recording(WINDOW), display, engine, window));
    }
    for (String kind :
        hasProxy() ? List.of(WINDOW, COMMAND_LINE, WRAP) : List.of(WINDOW, COMMAND_LINE)) {
      Path cache = training.cache(kind);
      if (Files.exists(cache)) {
        Files.setLastModifiedTime(cache, FileTime.from(time));
      } else {
        System.out.println("No " + cache.getFileName() + ": the app starts without it, slower.");
      }
    }
  }

  private static List<String> rehearsal(TrainingEngine engine) {
    List<String> verbs = new ArrayList<>(List.of(REHEARSAL));
    verbs.addAll(VERBS);
    verbs.add("ls --engine " + engine.uri());
    return verbs;
  }

  /** Elsewhere launchers have one cache each. */
  private static boolean hasProxy() {
    return Platform.isLinux();
  }

  /** Passes on a message, and notes a miss. */
  private List<String> wrap() throws IOException {
    Path said =
        Files.writeString(
            work.resolve("said.txt"),
            """
            {"jsonrpc":"2.0","method":"ready"}
            {"level":30,"time":%d,"component":"PackageCache","language":"python",\
            "packages":["requests"],"msg":"Package cache miss - installing packages"}
            """
                .formatted(System.currentTimeMillis()));
    return List.of(MAIN, WRAP, "--", "cat", said.toString());
  }

  private Path cache(String kind) {
    return start().resolve(kind + ".aot");
  }

  private List<String> recording(String kind) {
    // Profiles of methods in the cache have the compiler begin with them all, just at the start.
    return List.of(
        "-XX:AOTCacheOutput=" + cache(kind),
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-AOTRecordTraining");
  }

  private Path app() {
    return image.resolve("lib").resolve("app");
  }

  private Path start() {
    return app().resolve(START);
  }

  private Process start(
      String kind,
      List<String> recording,
      TrainingDisplay display,
      TrainingEngine engine,
      List<String> mainAndArguments)
      throws IOException {
    Path java = image.resolve("lib").resolve("runtime").resolve("bin").resolve("java");
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "@" + start().resolve(kind + OPTIONS)));
    command.addAll(recording);
    command.addAll(display.options());
    command.addAll(
        List.of(
            "-Dorg.sqlite.lib.path=" + app(),
            "-cp",
            app().resolve(AppJars.CLASS_PATH_JAR).toString()));
    command.addAll(mainAndArguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().put("SANDBOX_CACHE_HOME", home().toString());
    for (String name : List.of("DOCKER_HOST", "DOCKER_CONTEXT")) {
      builder.environment().remove(name);
    }
    Path context = work.resolve("docker");
    TrainingContext.write(context, engine.uri());
    builder.environment().put("DOCKER_CONFIG", context.toString());
    display.number().ifPresent(number -> builder.environment().put("DISPLAY", number));
    return builder.start();
  }

  private Path home() {
    return work.resolve("home");
  }

  private Path log() {
    return work.resolve("training.log");
  }

  /** Waits for the window, looks at it for a while and closes it. */
  private void look(Process window) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isOpen(window)) {
      if (!window.isAlive() || Instant.now().isAfter(end)) {
        window.destroyForcibly();
        throw new IOException("the window does not open:\n" + Files.readString(log()));
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    Thread.sleep(LOOK);
    if (Platform.isWindows()) {
      // Anything else ends the process at once there, and with it the recording.
      new ProcessBuilder("taskkill", "/PID", Long.toString(window.pid())).start().waitFor();
    } else {
      window.destroy();
    }
    if (!window.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      window.destroyForcibly();
      throw new IOException("the window does not close");
    }
  }

  private boolean isOpen(Process window) throws IOException {
    String mine = " " + window.pid() + " ";
    Path logs = home().resolve("state").resolve("logs");
    if (!Files.isDirectory(logs)) {
      return false;
    }
    try (var files = Files.list(logs)) {
      for (Path file : files.toList()) {
        if (Files.readString(file)
            .lines()
            .anyMatch(line -> line.contains(mine) && line.endsWith("the window is open"))) {
          return true;
        }
      }
    }
    return false;
  }
}
