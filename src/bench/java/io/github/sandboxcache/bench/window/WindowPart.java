package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.TemporaryFolder;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    Launch launch = Launch.of(options.path("launcher", "target/sandbox-cache/bin/sandbox-cache"));
    List<Figure> figures = new ArrayList<>();
    String screen;
    try (TemporaryFolder home = TemporaryFolder.make();
        Display display = Display.open()) {
      screen = display.describe();
      Map<String, String> environment = new HashMap<>(display.environment());
      environment.put("DOCKER_HOST", options.engine());
      environment.put("SANDBOX_CACHE_HOME", home.path().toString());
      figures.addAll(new LaunchTimes(launch, environment, options.number("rounds", 5)).measure());
    }
    return new Section(
        "Window",
        "On " + screen + ". Painted means that the painter has finished the frame.",
        figures,
        List.of(
            "Each window is a new process; the time runs from before the process is made until it"
                + " has painted, and processes of both kinds take turns."));
  }
}
