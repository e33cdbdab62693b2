package io.github.sandboxcache.trials.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged command line, with a home of its own, on one engine. Linux only. */
public final class App {
  private final Path launcher;
  private final Path home;
  private final String engine;
  private final Map<String, String> variables;

  /**
   * Starts nothing yet.
   *
   * @param home an empty folder
   */
  public App(Path launcher, Path home, String engine) {
    this(launcher, home, engine, Map.of());
  }

  private App(Path launcher, Path home, String engine, Map<String, String> variables) {
    this.launcher = launcher;
    this.home = home;
    this.engine = engine;
    this.variables = Map.copyOf(variables);
  }

  /** The same app with the same home, at another address of its engine, with more variables. */
  public App with(String otherEngine, Map<String, String> moreVariables) {
    return new App(launcher, home, otherEngine, moreVariables);
  }

  /** The same app with another home. */
  public App at(Path otherHome) {
    return new App(launcher, otherHome, engine, variables);
  }

  /** The command for what others start. */
  public List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    return command;
  }

  /** The variables that it is started with, besides those that there are. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SANDBOX_CACHE_HOME", home.toString());
    environment.put("DOCKER_HOST", engine);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(variables);
    return Map.copyOf(environment);
  }

  /** Where it keeps all it keeps. */
  public Path home() {
    return home;
  }

  /** Starts a verb, or without words the window, and does not wait for it. */
  public AppProcess start(List<String> words) {
    // What started the trials may ignore signals, and that would be handed down to the app.
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM", launcher.toString()));
    command.addAll(words);
    try {
      Path out = Files.createTempFile(home.getParent(), "out", ".txt");
      Path err = Files.createTempFile(home.getParent(), "err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment());
      return new AppProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(launcher + " does not start", e);
    }
  }

  /** Runs a verb to its end. */
  public AppRun run(List<String> words) throws InterruptedException {
    return start(words).end();
  }

  /** Runs a verb that has to succeed and to print a document. */
  public JsonNode document(String... words) throws InterruptedException {
    AppRun run = run(Arrays.asList(words));
    if (run.code() != 0) {
      throw new IllegalStateException(
          "exit code " + run.code() + " of " + Arrays.toString(words) + ": " + run.err());
    }
    return run.document();
  }
}
