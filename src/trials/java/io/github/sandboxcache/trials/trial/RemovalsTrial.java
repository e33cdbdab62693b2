package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.oracle.CachedName;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Judge;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Random deeds of others, random removals by the app, and after each a look at everything. */
public final class RemovalsTrial implements Trial {
  private static final int OPERATIONS = 300;
  private static final int PAGE = 50;

  @Override
  public String name() {
    return "removals";
  }

  @Override
  public String about() {
    return "random images, names, containers, pins; prune, clear, remove; all looked at each time";
  }

  @Override
  public void run(Setting setting, Findings findings) throws InterruptedException {
    int operations = setting.options().number("operations", OPERATIONS);
    RandomNames names = new RandomNames(setting.random(), setting.naming());
    RandomDeeds deeds = new RandomDeeds(setting, names);
    RandomRequests requests = new RandomRequests(setting.random(), names, setting.naming());
    Ledger ledger = new Ledger(setting.app());
    Set<String> pins = new TreeSet<>();
    for (int number = 1; number <= operations; number++) {
      EngineState state = EngineState.of(setting.engine());
      switch (setting.random().nextInt(8)) {
        case 0, 1 -> {
          Request request = requests.one(state);
          List<String> violations = remove(request, state, pins, setting, ledger);
          findings.check(number, String.join(" ", request.words(false, true)), violations);
        }
        case 2 -> findings.check(number, pin(state, pins, names, setting), List.of());
        default -> findings.check(number, deeds.one(state), List.of());
      }
      if (number % PAGE == 0) {
        findings.say(number + " operations done");
      }
    }
  }

  private static String pin(EngineState state, Set<String> pins, RandomNames names, Setting setting)
      throws InterruptedException {
    List<CachedName> cached = setting.naming().cached(state);
    boolean unpin = !pins.isEmpty() && setting.random().nextBoolean();
    String name =
        unpin
            ? names.of(List.copyOf(pins))
            : cached.isEmpty() ? names.cachedShort() : names.of(cached).shortName();
    var _ = setting.app().document(unpin ? "unpin" : "pin", name, "--json");
    boolean _ = unpin ? pins.remove(name) : pins.add(name);
    return (unpin ? "unpin " : "pin ") + name;
  }

  private static List<String> remove(
      Request request, EngineState before, Set<String> pins, Setting setting, Ledger ledger)
      throws InterruptedException {
    AppRun said = setting.app().run(request.words(true, true));
    EngineState untouched = EngineState.of(setting.engine());
    AppRun did = setting.app().run(request.words(false, true));
    Change change = new Change(setting.naming(), before, EngineState.of(setting.engine()));
    List<String> violations = new ArrayList<>(new Judge(change, request, pins).violations(did));
    if (!untouched.equals(before)) {
      violations.add("the dry run changed something");
    }
    violations.addAll(differences(said, did));
    violations.addAll(ledger.check(change.gone()));
    return violations;
  }

  private static List<String> differences(AppRun said, AppRun did) {
    try {
      Report before = Report.of(said.document());
      Report after = Report.of(did.document());
      List<String> differences = new ArrayList<>();
      if (!before.dryRun() || after.dryRun()) {
        differences.add("a dry run and a real one are told for each other");
      }
      if (!Set.copyOf(before.removed()).equals(Set.copyOf(after.removed()))
          || !Set.copyOf(before.kept()).equals(Set.copyOf(after.kept()))) {
        differences.add("the dry run said otherwise: " + before);
      }
      if (said.code() != did.code()) {
        differences.add("the dry run's exit code was " + said.code());
      }
      return differences;
    } catch (IllegalStateException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
