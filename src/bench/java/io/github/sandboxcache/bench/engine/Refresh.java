package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.EngineObserver;
import io.github.sandboxcache.service.LiveCatalog;
import io.github.sandboxcache.service.LiveTimings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** From asking for a refresh until the model is up to date, beside the bare request. */
final class Refresh {
  private static final int WARM_UP = 10;
  private static final double AIM = 1.3;

  private final ContainerEngine engine;
  private final Curl curl;

  Refresh(ContainerEngine engine, Curl curl) {
    this.engine = engine;
    this.curl = curl;
  }

  Figure measure(String what, int rounds) throws InterruptedException {
    LinkedBlockingQueue<CatalogState> states = new LinkedBlockingQueue<>();
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    try (LiveCatalog catalog =
        new LiveCatalog(
            engine,
            new LayerReading.Forgetful(),
            LayerStore.NONE,
            Clock.systemUTC(),
            LiveTimings.DEFAULT,
            EngineObserver.NONE)) {
      catalog.onChange(states::add);
      Instant started = Instant.now();
      catalog.start();
      awaitList(states, started);
      for (int round = 0; round < WARM_UP + rounds; round++) {
        Instant asked = Instant.now();
        long start = System.nanoTime();
        catalog.refresh();
        awaitList(states, asked);
        double taken = (System.nanoTime() - start) / 1e6;
        if (round >= WARM_UP) {
          ours.add(taken);
          plain.addAll(curl.times("/images/json", 2));
        }
      }
    }
    return Figure.of(what, Unit.MS, Spread.of(ours))
        .beside("`curl` of `/images/json`", Spread.of(plain))
        .atMostTimes(AIM);
  }

  /** What was listed before it was asked for is news of an earlier list. */
  private static void awaitList(LinkedBlockingQueue<CatalogState> states, Instant asked)
      throws InterruptedException {
    CatalogState state;
    do {
      state = states.take();
    } while (state.freshness() != Freshness.CURRENT
        || state.listed().filter(asked::isBefore).isEmpty());
  }
}
