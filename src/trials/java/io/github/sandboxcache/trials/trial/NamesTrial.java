package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Judge;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Images of several names each are cleared, again and again. */
public final class NamesTrial implements Trial {
  private static final int IMAGES = 40;
  private static final int NAMES = 3;
  private static final int ROUNDS = 10;

  @Override
  public String name() {
    return "names";
  }

  @Override
  public String about() {
    return "three names for each of 40 images, cleared 10 times";
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException {
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), NAMES);
    Request clear = new Request.Clear();
    Ledger ledger = new Ledger(setting.app());
    for (int round = 1; round <= setting.options().number("rounds", ROUNDS); round++) {
      EngineState before = stock.fill();
      AppRun run = setting.app().run(clear.words(false, true));
      Change change = new Change(setting.naming(), before, EngineState.of(setting.engine()));
      List<String> violations = new ArrayList<>(new Judge(change, clear, Set.of()).violations(run));
      violations.addAll(ledger.check(change.gone()));
      findings.check(round, "clear", violations);
    }
  }
}
