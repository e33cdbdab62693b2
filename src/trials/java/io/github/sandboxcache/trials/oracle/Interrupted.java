package io.github.sandboxcache.trials.oracle;

import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.app.Report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges a removal that was broken off: not all is done, but all that is told is so. */
public final class Interrupted {
  private Interrupted() {}

  /** All that is not as it has to be after a signal. */
  public static List<String> afterSignal(Change change, Request request, AppRun run, boolean json) {
    List<String> violations = new ArrayList<>(change.violations());
    violations.addAll(untrue(change, request, run, json));
    return violations;
  }

  /** All that is not as it has to be after the engine has stopped and started again. */
  public static List<String> afterStop(Change change, Request request, AppRun run) {
    List<String> violations = new ArrayList<>(change.violations(true));
    violations.addAll(untrue(change, request, run, true));
    return violations;
  }

  private static List<String> untrue(Change change, Request request, AppRun run, boolean json) {
    List<String> violations = new ArrayList<>();
    if (run.out().isBlank()) {
      violations.add("no report; exit code " + run.code() + "; " + run.err().strip());
      return violations;
    }
    try {
      Report report = json ? Report.of(run.document()) : Report.of(run.out());
      violations.addAll(new Claims(change, request).violations(report));
      Reasons reasons = new Reasons(change.naming(), change.after(), Set.of());
      report.kept().stream()
          .filter(line -> !brokenOff(line) && !reasons.isTrue(line, request))
          .forEach(line -> violations.add("not a true reason: " + line));
    } catch (IllegalStateException e) {
      violations.add(String.valueOf(e.getMessage()));
    }
    return violations;
  }

  private static boolean brokenOff(Line line) {
    return line.reason().startsWith("cancelled");
  }
}
