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

  /** All that is not as it has to be. */
  public static List<String> violations(Change change, Request request, AppRun run, boolean json) {
    List<String> violations = new ArrayList<>(change.violations());
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
