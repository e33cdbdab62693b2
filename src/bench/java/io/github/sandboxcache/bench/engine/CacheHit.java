package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.install.EngineInstaller;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * An install that finds its image: the look whether it is there, beside the same request by curl,
 * and the way through the whole installer.
 */
final class CacheHit {
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 200;
  private static final int LISTS = 6;
  private static final double AIM = 1.2;

  private final ContainerEngine engine;
  private final Curl curl;
  private final InstallRequest request =
      InstallRequest.of(Language.PYTHON, List.of("benchmark-of-sandbox-cache"));

  CacheHit(ContainerEngine engine, Curl curl) {
    this.engine = engine;
    this.curl = curl;
  }

  List<Figure> measure(Path folder) {
    String reference = request.reference().toString();
    // Another name of an image that the benchmarks made; it goes with this method.
    String name = "?repo=" + reference.replace(":", "&tag=");
    String _ = curl.send("POST", "/images/" + OwnImages.reference(0) + "/tag" + name);
    try {
      List<Double> looks = looks(reference);
      List<Double> installs = installs(folder);
      List<Double> one = curl.times("/images/" + reference + "/json", ROUNDS);
      List<Double> all = curl.times("/images/json", LISTS);
      Figure look =
          Figure.of("look whether an install's image is there", Unit.MS, Spread.of(looks));
      Figure install = Figure.of("install that finds its image", Unit.MS, Spread.of(installs));
      return List.of(
          look.beside("the same request by `curl`", Spread.of(one)).atMostTimes(AIM),
          install.beside("the same request by `curl`", Spread.of(one)),
          install.beside("list of all images, as the original does", Spread.of(all)));
    } finally {
      String _ = curl.send("DELETE", "/images/" + reference);
    }
  }

  private List<Double> looks(String reference) {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long start = System.nanoTime();
      if (engine.image(reference).isEmpty()) {
        throw new IllegalStateException("the image was not found: " + reference);
      }
      if (round >= WARM_UP) {
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
    return times;
  }

  private List<Double> installs(Path folder) {
    List<Double> times = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    try (SqliteLedger ledger =
        SqliteLedger.at(folder.resolve("hits.db"), (_, asGiven) -> asGiven, clock)) {
      EngineInstaller installer =
          new EngineInstaller(
              engine,
              () -> InstallSettings.DEFAULT,
              ledger,
              new ProcessLocks(folder),
              "benchmark",
              clock);
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        long start = System.nanoTime();
        InstallResult result =
            installer.install(request, ProgressListener.NONE, new Cancellation());
        double taken = (System.nanoTime() - start) / 1e6;
        if (!result.cached()) {
          throw new IllegalStateException("the image was not found: " + result);
        }
        if (round >= WARM_UP) {
          times.add(taken);
        }
      }
    }
    return times;
  }
}
