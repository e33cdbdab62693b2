package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** From the launch to rows on the screen, beside a bare window in turn. */
final class LaunchTimes {
  static final String HOME = "SANDBOX_CACHE_HOME";
  private static final double FIRST_AIM = 1.25;
  private static final double LATER_AIM = 1.1;
  private static final String BARE = "window with one label";

  private final Launch launch;
  private final Map<String, String> environment;
  private final int rounds;
  private final List<Double> bare = new ArrayList<>();
  private final List<Double> first = new ArrayList<>();
  private final List<Double> later = new ArrayList<>();
  private final List<Double> confirmed = new ArrayList<>();

  LaunchTimes(Launch launch, Map<String, String> environment, int rounds) {
    this.launch = launch;
    this.environment = environment;
    this.rounds = rounds;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    // The first of each reads its files from the disk, which is another matter.
    bareWindow();
    firstStart();
    for (List<Double> times : List.of(bare, first, later, confirmed)) {
      times.clear();
    }
    for (int round = 0; round < rounds; round++) {
      bareWindow();
      firstStart();
      laterStart();
    }
    Spread reference = Spread.of(bare);
    return List.of(
        figure("first launch → engine's list painted", first, reference).atMostTimes(FIRST_AIM),
        figure("later launch → last known list painted", later, reference).atMostTimes(LATER_AIM),
        figure("later launch → engine's list painted", confirmed, reference));
  }

  private static Figure figure(String what, List<Double> times, Spread reference) {
    return Figure.of(what, Unit.MS, Spread.of(times)).beside(BARE, reference);
  }

  private void bareWindow() throws IOException, InterruptedException {
    try (OpenWindow window = OpenWindow.start(launch.bare(), environment)) {
      bare.add(window.painted(_ -> true));
    }
  }

  private void firstStart() throws IOException, InterruptedException {
    forgetEverything();
    try (OpenWindow window = OpenWindow.start(launch.app(), environment)) {
      first.add(window.painted(LaunchTimes::isCurrent));
    }
  }

  private void laterStart() throws IOException, InterruptedException {
    try (OpenWindow window = OpenWindow.start(launch.app(), environment)) {
      double[] rows = new double[1];
      double current =
          window.painted(
              line -> {
                if (rows[0] == 0 && hasRows(line)) {
                  rows[0] = Long.parseLong(line.split(" ", -1)[1]) / 1e3;
                }
                return isCurrent(line);
              });
      confirmed.add(current);
      later.add(rows[0] - window.startedMs());
    }
  }

  /** Nothing of an earlier launch is known at the next one. */
  private void forgetEverything() throws IOException {
    Path home = Path.of(Objects.requireNonNull(environment.get(HOME)));
    List<Path> files;
    try (Stream<Path> all = Files.walk(home)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  static boolean hasRows(String line) {
    return !line.contains("images=0 ");
  }

  static boolean isCurrent(String line) {
    return hasRows(line) && line.endsWith(" CURRENT");
  }
}
