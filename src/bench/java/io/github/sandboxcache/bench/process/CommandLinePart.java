package io.github.sandboxcache.bench.process;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.TemporaryFolder;
import io.github.sandboxcache.bench.engine.ThousandImages;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line as a user meets it: process and all. */
public final class CommandLinePart implements Part {
  private static final int ROUNDS = 15;
  private static final double AIM = 2.5;

  @Override
  public String name() {
    return "command-line";
  }

  @Override
  public String needs() {
    return "docker, an engine, the built app";
  }

  @Override
  public Section run(Options options) throws Exception {
    String app = options.path("launcher", Options.LAUNCHER).toString();
    String docker = options.value("docker").orElse("docker");
    List<String> list = List.of(app, "ls", "--json");
    List<String> dockerList = List.of(docker, "images", "--format", "json");
    List<String> key = List.of(app, "key", "python", "requests");
    List<String> dockerVersion = List.of(docker, "--version");
    List<List<Double>> times = new ArrayList<>();
    try (ThousandImages _ = ThousandImages.on(options.engine());
        TemporaryFolder home = TemporaryFolder.make()) {
      Map<String, String> environment =
          Map.of("DOCKER_HOST", options.engine(), "SANDBOX_CACHE_HOME", home.path().toString());
      for (List<String> command : List.of(list, dockerList, key, dockerVersion)) {
        // The first of each reads its files from the disk, which is another matter.
        double _ = Shell.time(command, environment);
        times.add(new ArrayList<>());
      }
      for (int round = 0; round < options.number("rounds", ROUNDS); round++) {
        times.get(0).add(Shell.time(list, environment));
        times.get(1).add(Shell.time(dockerList, environment));
        times.get(2).add(Shell.time(key, environment));
        times.get(3).add(Shell.time(dockerVersion, environment));
      }
    }
    List<Spread> spreads = times.stream().map(Spread::of).toList();
    return new Section(
        "Command line",
        "Whole processes, in turn, with 1,000 cached images.",
        List.of(
            Figure.of("`sandbox-cache ls --json`", Unit.MS, spreads.get(0))
                .beside("`docker images --format json`", spreads.get(1))
                .atMostTimes(AIM),
            Figure.of("`sandbox-cache key python requests`", Unit.MS, spreads.get(2))
                .beside("`docker --version`", spreads.get(3))),
        List.of());
  }
}
