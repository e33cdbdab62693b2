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
import java.io.IOException;
import java.util.List;

/** The engine is stopped in the midst of a clear. */
public final class StopsTrial implements Trial {
  private static final int IMAGES = 40;
  private static final int ROUNDS = 20;

  @Override
  public String name() {
    return "stops";
  }

  @Override
  public String about() {
    return "the engine stops at 20 moments of a clear; needs --stop COMMAND and --start COMMAND";
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException, IOException {
    String stop = setting.options().value("stop").orElseThrow();
    String start = setting.options().value("start").orElseThrow();
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), 1);
    Ledger ledger = new Ledger(setting.app());
    Request clear = new Request.Clear();
    int inTime = 0;
    for (int round = 1; round <= setting.options().number("rounds", ROUNDS); round++) {
      EngineState before = stock.fill();
      AppRun run;
      try (RemovalEvents events = RemovalEvents.of(setting.options().engine())) {
        AppProcess process = setting.app().start(clear.words(false, true));
        boolean _ = events.await(1 + setting.random().nextInt(stock.size() / 2), process.process());
        inTime += process.process().isAlive() ? 1 : 0;
        ShellCommand.run(stop);
        run = process.end();
      }
      ShellCommand.run(start);
      Change change = new Change(setting.naming(), before, Settled.state(setting.engine()));
      // Any verb that meets the engine again may find out what was not known.
      var _ = setting.app().document("ls", "--json");
      List<String> violations = Interrupted.afterStop(change, clear, run);
      violations.addAll(ledger.check(change.gone()));
      if (!change.left().isEmpty() && run.code() == 0) {
        violations.add("exit code 0, although not all is gone");
      }
      findings.check(round, "clear, engine stopped", violations);
    }
    findings.say(inTime + " stops came before the end");
  }
}
