package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.RemovalEvents;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Request;
import java.util.ArrayList;
import java.util.List;

/** The app is killed in the midst of a prune. */
public final class KillsTrial implements Trial {
  private static final int IMAGES = 40;
  private static final int ROUNDS = 50;
  private static final int KEEP = 1;
  private static final int AT_LEAST_LEFT = 7;

  @Override
  public String name() {
    return "kills";
  }

  @Override
  public String about() {
    return "kill -9 at 50 moments of a prune: the history then has just what is gone";
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException {
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), 1);
    Ledger ledger = new Ledger(setting.app());
    int inTime = 0;
    for (int round = 1; round <= setting.options().number("rounds", ROUNDS); round++) {
      EngineState before = stock.fill();
      try (RemovalEvents events = RemovalEvents.of(setting.options().engine())) {
        AppProcess process = setting.app().start(new Request.Prune(KEEP).words(false, true));
        int moment = 1 + setting.random().nextInt(stock.size() - AT_LEAST_LEFT);
        boolean _ = events.await(moment, process.process());
        inTime += process.process().isAlive() ? 1 : 0;
        process.process().destroyForcibly();
        var _ = process.end();
      }
      Change change = new Change(setting.naming(), before, Settled.state(setting.engine()));
      List<String> violations = new ArrayList<>(change.violations());
      violations.addAll(ledger.check(change.gone()));
      findings.check(round, "prune killed after some of %d".formatted(stock.size()), violations);
    }
    findings.say(inTime + " kills came before the end");
  }
}
