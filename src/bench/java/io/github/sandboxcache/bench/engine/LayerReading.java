package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.adapter.sqlite.LayerDatabase;
import io.github.sandboxcache.bench.process.Shell;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.EngineObserver;
import io.github.sandboxcache.service.LiveCatalog;
import io.github.sandboxcache.service.LiveTimings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From the start of a live catalog until every image's own bytes are known, for the first time and
 * when they were kept, beside the docker command's own sum.
 */
final class LayerReading {
  /** What docuum took to look through as many for the first time. */
  private static final double FIRST_AIM_MS = 3_000;

  private final String address;
  private final ContainerEngine engine;
  private final String docker;
  private final AtomicInteger questions = new AtomicInteger();

  LayerReading(String address, ContainerEngine engine, String docker) {
    this.address = address;
    this.docker = docker;
    this.engine = counting(engine);
  }

  private ContainerEngine counting(ContainerEngine real) {
    return (ContainerEngine)
        Proxy.newProxyInstance(
            ContainerEngine.class.getClassLoader(),
            new Class<?>[] {ContainerEngine.class},
            (_, method, arguments) -> {
              if (method.getName().equals("layers")) {
                questions.incrementAndGet();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  List<Figure> measure(Path folder, int rounds) throws InterruptedException {
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Double> asked = new ArrayList<>();
    List<Double> command = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      LayerStore store = new LayerDatabase(folder.resolve("layers-" + round + ".db"));
      first.add(untilMeasured(store));
      questions.set(0);
      again.add(untilMeasured(store));
      asked.add((double) questions.get());
      if (Shell.has(docker)) {
        command.add(Shell.time(List.of(docker, "-H", address, "system", "df", "-v"), Map.of()));
      }
    }
    Figure learned = Figure.of("1,000 images measured, first time", Unit.MS, Spread.of(first));
    Figure kept = Figure.of("1,000 images measured, next start", Unit.MS, Spread.of(again));
    String beside = "`docker system df -v`";
    return List.of(
        command.isEmpty()
            ? learned.atMost(FIRST_AIM_MS)
            : learned.beside(beside, Spread.of(command)).atMost(FIRST_AIM_MS),
        command.isEmpty() ? kept : kept.beside(beside, Spread.of(command)).atMostTimes(1),
        Figure.of("questions about single images then", Unit.COUNT, Spread.of(asked)).atMost(0));
  }

  private double untilMeasured(LayerStore store) throws InterruptedException {
    LinkedBlockingQueue<CatalogState> states = new LinkedBlockingQueue<>();
    try (LiveCatalog catalog =
        new LiveCatalog(
            engine,
            new Forgetful(),
            store,
            Clock.systemUTC(),
            LiveTimings.DEFAULT,
            EngineObserver.NONE)) {
      catalog.onChange(states::add);
      long start = System.nanoTime();
      catalog.start();
      CatalogState state;
      do {
        state = states.take();
      } while (state.catalog().cached().isEmpty()
          || !(state.catalog().layers() instanceof LayerState.Measured));
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** Keeps no list on disk. */
  static final class Forgetful implements SnapshotStore {
    @Override
    public Optional<Remembered> load() {
      return Optional.empty();
    }

    @Override
    public void save(Remembered remembered) {
      // What is measured is the way to the model.
    }
  }
}
