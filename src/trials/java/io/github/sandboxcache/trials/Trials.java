package io.github.sandboxcache.trials;

import io.github.sandboxcache.trials.app.App;
import io.github.sandboxcache.trials.engine.EngineApi;
import io.github.sandboxcache.trials.engine.OwnThings;
import io.github.sandboxcache.trials.oracle.Naming;
import io.github.sandboxcache.trials.trial.AgentTrial;
import io.github.sandboxcache.trials.trial.ChaosTrial;
import io.github.sandboxcache.trials.trial.ChildrenTrial;
import io.github.sandboxcache.trials.trial.KillsTrial;
import io.github.sandboxcache.trials.trial.NamesTrial;
import io.github.sandboxcache.trials.trial.RemovalsTrial;
import io.github.sandboxcache.trials.trial.SignalsTrial;
import io.github.sandboxcache.trials.trial.SoakTrial;
import io.github.sandboxcache.trials.trial.StopsTrial;
import io.github.sandboxcache.trials.trial.TwoTrial;
import io.github.sandboxcache.trials.trial.WrapTrial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Runs the trials that were named, prints what was not right, and fails when anything was not. */
public final class Trials {
  private static final List<Trial> ALL =
      List.of(
          new RemovalsTrial(),
          new NamesTrial(),
          new ChildrenTrial(),
          new SignalsTrial(),
          new KillsTrial(),
          new StopsTrial(),
          new TwoTrial(),
          new ChaosTrial(),
          new SoakTrial(),
          new AgentTrial());
  private static final List<AppTrial> WITHOUT_ENGINE = List.of(new WrapTrial());

  private Trials() {}

  /** See docs/trials.md for the command. */
  public static void main(String[] words) throws Exception {
    System.setProperty("tinylog.level", "error");
    Options options = Options.of(words);
    if (options.trials().isEmpty()) {
      System.out.println("Trials:");
      ALL.forEach(trial -> System.out.println("  " + trial.name() + ": " + trial.about()));
      WITHOUT_ENGINE.forEach(
          trial -> System.out.println("  " + trial.name() + ": " + trial.about()));
      System.out.println("Options: see docs/trials.md");
      return;
    }
    int failed = 0;
    for (String name : options.trials()) {
      Findings findings = new Findings(name, options.seed());
      Instant start = Instant.now();
      run(name, options, findings);
      findings.say(
          "%d passed, %d failed, in %d s"
              .formatted(
                  findings.passed(),
                  findings.failed(),
                  Duration.between(start, Instant.now()).toSeconds()));
      failed += findings.failed();
    }
    if (failed > 0) {
      System.exit(1);
    }
  }

  private static void run(String name, Options options, Findings findings) throws Exception {
    for (AppTrial trial : WITHOUT_ENGINE) {
      if (trial.name().equals(name)) {
        run(trial, options, findings);
        return;
      }
    }
    Trial trial =
        ALL.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no trial " + name));
    run(trial, options, findings);
  }

  private static void run(AppTrial trial, Options options, Findings findings) throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path home = Files.createDirectory(folder.path().resolve("home"));
      trial.run(options, new App(options.launcher(), home, options.engine()), findings);
    }
  }

  private static void run(Trial trial, Options options, Findings findings) throws Exception {
    long seed = findings.seed();
    try (TemporaryFolder folder = TemporaryFolder.make();
        EngineApi engine = EngineApi.at(options.engine())) {
      OwnThings things = new OwnThings(engine, Long.toString(seed));
      if (!options.anyway() && !things.alone()) {
        throw new IllegalStateException(
            "this engine has images or containers that trials did not make, and cached images of"
                + " all are removed; use an empty engine, or --anyway");
      }
      Path home = Files.createDirectory(folder.path().resolve("home"));
      App app = new App(options.launcher(), home, options.engine());
      findings.say("seed " + seed + ", " + options.engine());
      try {
        things.removeAll();
        trial.run(
            new Setting(options, engine, things, Naming.of(engine), app, new Random(seed)),
            findings);
      } finally {
        things.removeAll();
      }
    }
  }
}
