package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.engine.OwnTag;
import io.github.sandboxcache.bench.process.ProcessUse;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** An open window that nobody touches, while others tag images: time, processor, memory. */
final class LiveUse {
  private static final int SETTLE_MS = 8_000;
  private static final int IDLE_MS = 20_000;
  private static final int TAGS_WATCHED = 10;
  private static final int TAGS_IN_USE = 150;
  private static final double MAX_MS = 1_000;
  private static final double MAX_TIMES_BARE = 1.5;
  private static final double MAX_CPU = 0.2;
  private static final double BYTES_PER_MB = 1e6;

  private final Launch launch;
  private final Map<String, String> environment;
  private final OwnTag tag;
  private final Callable<Figure> noted;

  /**
   * A use to come.
   *
   * @param noted measures, beside the open window, how soon a use is noted
   */
  LiveUse(Launch launch, Map<String, String> environment, OwnTag tag, Callable<Figure> noted) {
    this.noted = noted;
    this.launch = launch;
    this.environment = environment;
    this.tag = tag;
  }

  List<Figure> measure() throws Exception {
    BareUse bareUse = bareUse();
    Spread bare = bareUse.memory();
    List<Figure> figures = new ArrayList<>();
    try (OpenWindow window = OpenWindow.start(launch.app(), environment)) {
      double _ = window.paintedAt(LaunchTimes::isCurrent);
      Thread.sleep(SETTLE_MS);
      double cpu = idleCpu(window);
      figures.add(
          Figure.of("idle, following events", Unit.PERCENT_OF_A_CORE, Spread.once(cpu))
              .atMost(MAX_CPU));
      figures.add(
          Figure.of("the same beside the toolkit alone", Unit.PERCENT_OF_A_CORE, Spread.once(cpu))
              .beside("window with one label, idle", bareUse.cpu()));
      figures.add(memory("memory, 1,000 images, idle", window.use(), bare));
      figures.add(
          Figure.of("tag made by somebody else → painted", Unit.MS, Spread.of(tagged(window)))
              .atMost(MAX_MS));
      figures.add(noted.call());
      for (int i = 0; i < TAGS_IN_USE; i++) {
        tag.add();
        tag.remove();
      }
      Thread.sleep(SETTLE_MS);
      figures.add(memory("memory after %d changes".formatted(2 * TAGS_IN_USE), window.use(), bare));
    }
    return figures;
  }

  private static Figure memory(String what, ProcessUse use, Spread bare) {
    return Figure.of(what, Unit.MB, Spread.once(use.residentBytes() / BYTES_PER_MB))
        .beside("window with one label", bare)
        .atMostTimes(MAX_TIMES_BARE);
  }

  private record BareUse(Spread memory, Spread cpu) {}

  private BareUse bareUse() throws IOException, InterruptedException {
    try (OpenWindow window = OpenWindow.start(launch.bare(), environment)) {
      double _ = window.paintedAt(_ -> true);
      Thread.sleep(SETTLE_MS);
      double cpu = idleCpu(window);
      double memory = window.use().residentBytes() / BYTES_PER_MB;
      return new BareUse(Spread.once(memory), Spread.once(cpu));
    }
  }

  /** Percent of a core. */
  private static double idleCpu(OpenWindow window) throws InterruptedException {
    ProcessUse before = window.use();
    Thread.sleep(IDLE_MS);
    return (window.use().cpuMs() - before.cpuMs()) / IDLE_MS * 100;
  }

  private List<Double> tagged(OpenWindow window) throws InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < TAGS_WATCHED; i++) {
      window.forgetFrames();
      tag.add();
      double start = OpenWindow.micros(Instant.now()) / 1e3;
      times.add(window.paintedAt(_ -> true) - start);
      tag.remove();
      double _ = window.paintedAt(_ -> true);
    }
    return times;
  }
}
