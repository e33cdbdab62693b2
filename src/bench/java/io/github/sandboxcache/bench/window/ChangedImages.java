package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.process.Shell;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What it costs to show that 50 of 10,000 images have changed, beside the time of a frame. */
final class ChangedImages {
  private static final double FRAME_MS = 16.7;
  private static final int WARM_UP = 20;

  private ChangedImages() {}

  static List<Figure> measure(Map<String, String> environment, Path folder) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-Dtinylog.level=error",
            "-cp",
            System.getProperty("java.class.path"),
            UpdatedWindow.class.getName(),
            folder.toString());
    List<double[]> shown =
        Shell.output(command, environment)
            .lines()
            .filter(line -> line.startsWith("shown "))
            .skip(WARM_UP)
            .map(line -> line.split(" ", -1))
            .map(words -> new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])})
            .toList();
    Spread frame = Spread.once(FRAME_MS);
    Spread work = Spread.of(shown.stream().map(pair -> pair[0]).toList());
    Spread wait = Spread.of(shown.stream().map(pair -> pair[1]).toList());
    return List.of(
        Figure.of("50 of 10,000 images changed: work to show it", Unit.MS, work)
            .beside("one frame", frame)
            .atMostTimes(1),
        Figure.of("the same, from the model's change to the painted frame", Unit.MS, wait)
            .beside("one frame", frame));
  }
}
