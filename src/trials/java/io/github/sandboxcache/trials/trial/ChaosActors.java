package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.app.App;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.oracle.Naming;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Three who use the command line at once. */
final class ChaosActors {
  private static final int ACTORS = 3;
  private static final int MAX_DEEDS = 8;

  /** An engine is waited for 60 s at most for each answer, and one removal waits for another. */
  private static final Duration BOUND = Duration.ofMinutes(6);

  /** What was asked of the engine is waited for, but not for long. */
  private static final Duration BOUND_AFTER_INTERRUPTION = Duration.ofMinutes(1);

  private static final int ONE_INTERRUPTED_IN = 12;
  private static final int LATEST_INTERRUPTION_MS = 5_000;

  private final App app;
  private final Naming naming;
  private final ChaosLogs logs;
  private final AtomicInteger operations = new AtomicInteger();

  ChaosActors(App app, Naming naming, ChaosLogs logs) {
    this.app = app;
    this.naming = naming;
    this.logs = logs;
  }

  int operations() {
    return operations.get();
  }

  /** Each does a few things, one after the other. */
  List<ChaosRun> run(EngineState state, Random random) throws InterruptedException {
    List<Future<List<ChaosRun>>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int actor = 0; actor < ACTORS; actor++) {
        Random own = new Random(random.nextLong());
        all.add(threads.submit(() -> act(state, own)));
      }
    }
    List<ChaosRun> runs = new ArrayList<>();
    for (Future<List<ChaosRun>> each : all) {
      try {
        runs.addAll(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("an operation could not be tried", e);
      }
    }
    runs.sort(Comparator.comparingInt(ChaosRun::number));
    return runs;
  }

  private List<ChaosRun> act(EngineState state, Random own)
      throws IOException, InterruptedException {
    ChaosDeeds deeds = new ChaosDeeds(own, naming, logs);
    List<ChaosRun> runs = new ArrayList<>();
    for (int i = 0; i <= own.nextInt(MAX_DEEDS); i++) {
      boolean interrupt = own.nextInt(ONE_INTERRUPTED_IN) == 0;
      runs.add(run(deeds.one(state), interrupt ? own.nextInt(LATEST_INTERRUPTION_MS) : 0));
    }
    return runs;
  }

  /**
   * Does it.
   *
   * @param interruptAfter in milliseconds; 0 for never
   */
  private ChaosRun run(ChaosDeed deed, int interruptAfter) throws InterruptedException {
    int number = operations.incrementAndGet();
    Instant start = Instant.now();
    AppProcess process = app.start(deed.words());
    boolean interrupted =
        interruptAfter > 0 && !process.process().waitFor(interruptAfter, TimeUnit.MILLISECONDS);
    if (interrupted) {
      process.signal("INT");
    }
    Duration bound = interrupted ? BOUND_AFTER_INTERRUPTION : BOUND;
    boolean ended = process.process().waitFor(bound.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.process().destroyForcibly();
    }
    AppRun run = process.end();
    return new ChaosRun(
        number,
        deed,
        interrupted,
        Optional.of(run).filter(_ -> ended),
        Duration.between(start, Instant.now()));
  }
}
