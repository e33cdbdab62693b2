package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.RemovalEvents;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Interrupted;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Request;
import java.util.ArrayList;
import java.util.List;

/** A clear is ended by signals. */
public final class SignalsTrial implements Trial {
  private static final int IMAGES = 40;
  private static final int ROUNDS = 30;

  @Override
  public String name() {
    return "signals";
  }

  @Override
  public String about() {
    return "SIGINT, SIGTERM and SIGHUP in the midst of 30 clears: a true report each time";
  }

  private enum Signal {
    INT(130),
    TERM(143),
    HUP(129);

    private final int code;

    Signal(int code) {
      this.code = code;
    }
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException {
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), 1);
    Ledger ledger = new Ledger(setting.app());
    int inTime = 0;
    for (int round = 1; round <= setting.options().number("rounds", ROUNDS); round++) {
      Signal signal = Signal.values()[round % Signal.values().length];
      boolean json = round % 2 == 0;
      List<String> violations = new ArrayList<>();
      boolean met = round(signal, json, stock, setting, ledger, violations);
      inTime += met ? 1 : 0;
      findings.check(round, "SIG" + signal + (json ? ", JSON" : ", text"), violations);
    }
    findings.say(inTime + " signals came before the end");
  }

  /** Returns whether the signal came before the end. */
  private static boolean round(
      Signal signal,
      boolean json,
      Stock stock,
      Setting setting,
      Ledger ledger,
      List<String> violations)
      throws InterruptedException {
    EngineState before = stock.fill();
    Request clear = new Request.Clear();
    try (RemovalEvents events = RemovalEvents.of(setting.options().engine())) {
      AppProcess process = setting.app().start(clear.words(false, json));
      boolean met = events.await(1 + setting.random().nextInt(stock.size()), process.process());
      process.signal(signal.name());
      AppRun run = process.end();
      Change change = new Change(setting.naming(), before, EngineState.of(setting.engine()));
      boolean finished = change.left().isEmpty() && run.code() == 0;
      if (run.code() != signal.code && !finished) {
        violations.add("exit code " + run.code() + " instead of " + signal.code);
      }
      violations.addAll(Interrupted.afterSignal(change, clear, run, json));
      violations.addAll(ledger.check(change.gone()));
      return met && !finished;
    }
  }
}
