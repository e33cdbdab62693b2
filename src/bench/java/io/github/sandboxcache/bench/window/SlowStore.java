package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.engine.OwnTag;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A containerd image store takes many seconds to list; the window does not wait for it. */
final class SlowStore {
  private static final double MAX_TIMES_BARE = 0.9;
  private static final double MAX_MS = 1_000;

  private final Launch launch;
  private final Map<String, String> environment;
  private final OwnTag tag;
  private final int rounds;

  SlowStore(Launch launch, Map<String, String> environment, OwnTag tag, int rounds) {
    this.launch = launch;
    this.environment = environment;
    this.tag = tag;
    this.rounds = rounds;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    double engineList;
    try (OpenWindow window = OpenWindow.start(launch.app(), environment)) {
      engineList = window.painted(LaunchTimes::isCurrent);
    }
    List<Double> bare = new ArrayList<>();
    List<Double> known = new ArrayList<>();
    List<Double> tagged = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      try (OpenWindow window = OpenWindow.start(launch.bare(), environment)) {
        bare.add(window.painted(_ -> true));
      }
      try (OpenWindow window = OpenWindow.start(launch.app(), environment)) {
        known.add(window.painted(LaunchTimes::hasRows));
        tagged.add(tagShown(window));
      }
    }
    return List.of(
        Figure.of("containerd store: launch → last known list painted", Unit.MS, Spread.of(known))
            .beside("window with one label", Spread.of(bare))
            .atMostTimes(MAX_TIMES_BARE),
        Figure.of("the same at the very first launch", Unit.MS, Spread.once(engineList)),
        Figure.of(
                "containerd store: tag made by somebody else, while it lists → painted",
                Unit.MS,
                Spread.of(tagged))
            .atMost(MAX_MS));
  }

  private double tagShown(OpenWindow window) throws InterruptedException {
    // Long enough for the window to have begun listening.
    Thread.sleep(1_500);
    window.forgetFrames();
    tag.add();
    double start = OpenWindow.micros(Instant.now()) / 1e3;
    double shown = window.paintedAt(_ -> true) - start;
    tag.remove();
    double _ = window.paintedAt(_ -> true);
    return shown;
  }
}
