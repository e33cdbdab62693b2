package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.EngineState.Image;
import io.github.sandboxcache.trials.engine.RemovalEvents;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Claims;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** While a clear runs, others make an image from one whose turn has not come. */
public final class ChildrenTrial implements Trial {
  private static final int IMAGES = 40;
  private static final int ROUNDS = 100;
  private static final int TRIES = 4;
  private static final double BEST = 0.99;

  @Override
  public String name() {
    return "children";
  }

  @Override
  public String about() {
    return "a child is committed while its parent waits to be cleared, 100 times";
  }

  /** How a round went. */
  private enum Race {
    TOO_LATE,
    KEPT,
    LOST
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException {
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), 1);
    int wanted = setting.options().number("rounds", ROUNDS);
    Ledger ledger = new Ledger(setting.app());
    int kept = 0;
    int counted = 0;
    int round = 0;
    while (counted < wanted && round < TRIES * wanted) {
      List<String> violations = new ArrayList<>();
      Race race = round(stock, setting, ledger, violations);
      findings.check(++round, "clear", violations);
      counted += race == Race.TOO_LATE ? 0 : 1;
      kept += race == Race.KEPT ? 1 : 0;
      setting.things().removeAll();
    }
    findings.say(
        "%d of %d parents kept; %d rounds were too late".formatted(kept, counted, round - counted));
    findings.check(
        round,
        "all rounds",
        counted == wanted && kept >= BEST * wanted
            ? List.of()
            : List.of("not 99 of 100 parents were kept"));
  }

  private static Race round(Stock stock, Setting setting, Ledger ledger, List<String> violations)
      throws InterruptedException {
    EngineState before = stock.fill();
    Request clear = new Request.Clear();
    try (RemovalEvents events = RemovalEvents.of(setting.options().engine())) {
      AppProcess process = setting.app().start(clear.words(false, true));
      boolean _ = events.await(1 + setting.random().nextInt(3), process.process());
      Optional<Image> parent = child(before, setting);
      Instant committed = Instant.now();
      AppRun run = process.end();
      EngineState after = EngineState.of(setting.engine());
      Change change = new Change(setting.naming(), before, after);
      violations.addAll(new Claims(change, clear).violations(Report.of(run.document())));
      violations.addAll(ledger.check(change.gone()));
      if (parent.isEmpty()) {
        return Race.TOO_LATE;
      }
      Image now = after.images().get(parent.get().id());
      if (now != null && !now.names().isEmpty()) {
        return Race.KEPT;
      }
      // The engine may have been at the removal already, which takes it a while.
      return events.begun(parent.get().id()).filter(committed::isAfter).isPresent()
          ? Race.TOO_LATE
          : Race.LOST;
    }
  }

  /** Makes a child of an image that is there still; empty when none is, or not for long enough. */
  private static Optional<Image> child(EngineState before, Setting setting) {
    List<Image> images =
        setting.naming().cached(EngineState.of(setting.engine())).stream()
            .map(name -> before.images().get(name.imageId()))
            .toList();
    if (images.isEmpty()) {
      return Optional.empty();
    }
    Image parent = images.get(setting.random().nextInt(images.size()));
    Optional<String> child = setting.things().child(parent.id(), Optional.of("team/child:1"));
    return child.map(_ -> parent);
  }
}
