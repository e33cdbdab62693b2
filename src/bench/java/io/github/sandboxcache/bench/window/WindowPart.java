package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.TemporaryFolder;
import io.github.sandboxcache.bench.engine.OwnTag;
import io.github.sandboxcache.bench.engine.ThousandImages;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Findings;
import io.github.sandboxcache.bench.report.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The window from its launch to long use, beside a window with one label. */
public final class WindowPart implements Part {
  @Override
  public String name() {
    return "window";
  }

  @Override
  public String needs() {
    return "Xvfb or a display; an engine with 1,000 cached images; the built app";
  }

  @Override
  public Section run(Options options) throws Exception {
    Launch launch = Launch.of(options.path("launcher", Options.LAUNCHER));
    int rounds = options.number("rounds", 5);
    Findings figures = new Findings();
    String screen;
    try (Display display = Display.open()) {
      screen = display.describe();
      try (ThousandImages _ = ThousandImages.on(options.engine());
          OwnTag tag = OwnTag.on(options.engine());
          TemporaryFolder home = TemporaryFolder.make()) {
        Map<String, String> environment = environment(display, options.engine(), home);
        figures.addAll(new LaunchTimes(launch, environment, rounds).measure());
        figures.addAll(
            new LiveUse(launch, environment, tag, () -> noted(options, tag, home)).measure());
        figures.addAll(ChangedImages.measure(environment, home.path()));
      }
      Optional<String> slow = options.value("containerd-engine");
      if (slow.isPresent()) {
        figures.addAll(onContainerd(launch, display, slow.get(), rounds));
      }
    }
    return new Section(
        "Window",
        "On " + screen + ". Painted means that the painter has finished the frame.",
        figures.list(),
        List.of(
            "Memory is what is resident; the bare window runs on the same Java without any option.",
            "Each window is a new process; the time runs from before the process is made until it"
                + " has painted, and processes of both kinds take turns."));
  }

  private static Figure noted(Options options, OwnTag tag, TemporaryFolder home)
      throws InterruptedException {
    String docker = options.value("docker").orElse("docker");
    return NotedUse.measure(docker, options.engine(), tag.image(), home.path());
  }

  private static List<Figure> onContainerd(
      Launch launch, Display display, String engine, int rounds) throws Exception {
    try (ThousandImages _ = ThousandImages.on(engine);
        OwnTag tag = OwnTag.on(engine);
        TemporaryFolder home = TemporaryFolder.make()) {
      Map<String, String> environment = environment(display, engine, home);
      return new SlowStore(launch, environment, tag, rounds).measure();
    }
  }

  private static Map<String, String> environment(
      Display display, String engine, TemporaryFolder home) {
    Map<String, String> environment = new HashMap<>(display.environment());
    environment.put("DOCKER_HOST", engine);
    environment.put(LaunchTimes.HOME, home.path().toString());
    return environment;
  }
}
