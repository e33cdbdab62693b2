package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.app.Report.Line;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.oracle.CachedName;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Two clears at once. */
public final class TwoTrial implements Trial {
  private static final int IMAGES = 30;
  private static final int CHILDREN = 10;
  private static final int ROUNDS = 10;
  private static final int APART_MS = 300;

  @Override
  public String name() {
    return "two";
  }

  @Override
  public String about() {
    return "two clears at once, 10 times: all is gone, and neither says what is not so";
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException {
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), 2);
    Ledger ledger = new Ledger(setting.app());
    List<String> words = new Request.Clear().words(false, true);
    for (int round = 1; round <= setting.options().number("rounds", ROUNDS); round++) {
      EngineState before = withChildren(stock, setting);
      AppProcess first = setting.app().start(words);
      Thread.sleep(setting.random().nextInt(APART_MS));
      AppProcess second = setting.app().start(words);
      List<AppRun> runs = List.of(first.end(), second.end());
      Change change = new Change(setting.naming(), before, EngineState.of(setting.engine()));
      List<String> violations = new ArrayList<>(change.violations());
      change.left().forEach(name -> violations.add("stayed: " + name));
      violations.addAll(reports(runs, change));
      violations.addAll(ledger.check(change.gone()));
      findings.check(round, "two clears", violations);
    }
  }

  private static EngineState withChildren(Stock stock, Setting setting) {
    List<CachedName> parents = setting.naming().cached(stock.fill());
    for (int number = 0; number < CHILDREN; number++) {
      CachedName parent = parents.get(setting.random().nextInt(parents.size()));
      String name = String.format(Locale.ROOT, "mcp-sandbox-ruby:c%011x", number);
      String spelled = setting.naming().spellings(name).getFirst();
      Optional<String> _ = setting.things().child(parent.imageId(), Optional.of(spelled));
    }
    return EngineState.of(setting.engine());
  }

  private static List<String> reports(List<AppRun> runs, Change change) {
    Set<String> gone = new HashSet<>();
    change.gone().forEach(name -> gone.add(name.shortName()));
    Set<String> removed = new HashSet<>();
    List<String> violations = new ArrayList<>();
    for (AppRun run : runs) {
      try {
        Report report = Report.of(run.document());
        for (Line line : report.removed()) {
          if (!removed.add(line.reference())) {
            violations.add("told removed by both: " + line.reference());
          }
        }
        report
            .staying()
            .filter(
                line ->
                    !line.reason().startsWith("gone already") || !gone.contains(line.reference()))
            .forEach(line -> violations.add("not so: " + line));
        report.unknown().forEach(line -> violations.add("not known: " + line));
      } catch (IllegalStateException e) {
        violations.add(String.valueOf(e.getMessage()));
      }
    }
    gone.removeAll(removed);
    gone.forEach(name -> violations.add("gone, but told by neither: " + name));
    return violations;
  }
}
