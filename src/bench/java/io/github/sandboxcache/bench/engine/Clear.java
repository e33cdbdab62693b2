package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.bench.process.Shell;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.removal.Remover;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removing all images, beside other ways to remove the same ones, which are made anew each time.
 */
final class Clear {
  private static final double AIM_BESIDE_CURL = 1.2;

  private final String address;
  private final ContainerEngine engine;
  private final Curl curl;
  private final OwnImages images;
  private final String docker;
  private Optional<Gap> gap = Optional.empty();

  Clear(String address, ContainerEngine engine, Curl curl, String docker) {
    this.address = address;
    this.engine = engine;
    this.curl = curl;
    this.images = new OwnImages(curl);
    this.docker = docker;
  }

  /** Measures with so many images, which are there already at the beginning and gone at the end. */
  List<Figure> measure(int count, int rounds) throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> command = new ArrayList<>();
    List<Double> oneByOne = new ArrayList<>();
    List<Double> atOnce = new ArrayList<>();
    List<String> references = OwnImages.references(0, count);
    List<String> rmi = new ArrayList<>(List.of(docker, "-H", address, "rmi"));
    rmi.addAll(references);
    for (int round = 0; round < rounds; round++) {
      images.make(0, count, true);
      ours.add(clear(count));
      images.make(0, count, true);
      atOnce.add(curl.remove(references, true));
      images.make(0, count, true);
      oneByOne.add(curl.remove(references, false));
      if (Shell.has(docker)) {
        images.make(0, count, true);
        command.add(Shell.time(rmi, Map.of()));
      }
    }
    Figure clear = Figure.of("clear of %,d images".formatted(count), Unit.MS, Spread.of(ours));
    List<Figure> figures = new ArrayList<>();
    figures.add(
        clear.beside("8 at once by `curl`", Spread.of(atOnce)).atMostTimes(AIM_BESIDE_CURL));
    if (!command.isEmpty()) {
      figures.add(clear.beside("one `docker rmi`", Spread.of(command)).atMostTimes(1));
    }
    figures.add(
        clear.beside("one by one by `curl`, as the original", Spread.of(oneByOne)).atMostTimes(1));
    figures.add(gap.orElseThrow().figure());
    return figures;
  }

  /** From the list to the last removal; each image is looked at again before it goes. */
  private double clear(int count) {
    refuseForeign();
    long start = System.nanoTime();
    Catalog catalog = ThousandImages.catalog(engine);
    RemovalPlan plan = RemovalPlan.of(catalog, new RemovalPolicy.Everything(), Pins.Known.NONE);
    Gap between = new Gap(catalog);
    RemovalReport report =
        new Remover(engine, between, new PinsInMemory(), between, _ -> false, Optional.empty())
            .remove(plan, ProgressListener.NONE, new Cancellation());
    double taken = (System.nanoTime() - start) / 1e6;
    if (report.removed().size() != count) {
      throw new IllegalStateException("not all were removed: " + report);
    }
    gap = Optional.of(between);
    return taken;
  }

  /** Nobody's cache is cleared for a benchmark. */
  void refuseForeign() {
    boolean foreign =
        ThousandImages.catalog(engine).cached().stream()
            .anyMatch(image -> !image.image().labels().containsKey(OwnImages.MARK));
    if (foreign) {
      throw new IllegalStateException(
          "this engine has cached images that the benchmarks did not make; use an empty one");
    }
  }
}
