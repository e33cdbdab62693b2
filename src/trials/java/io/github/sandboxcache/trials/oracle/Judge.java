package io.github.sandboxcache.trials.oracle;

import com.google.common.collect.Sets;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.app.Report.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Judges a removal during which nothing else happened on the engine. */
public final class Judge {
  private final Change change;
  private final Request request;
  private final Set<String> pins;
  private final Reasons reasons;

  /**
   * Of one removal.
   *
   * @param pins the short names that were pinned
   */
  public Judge(Change change, Request request, Set<String> pins) {
    this.change = change;
    this.request = request;
    this.pins = Set.copyOf(pins);
    this.reasons = new Reasons(change.naming(), change.after(), pins);
  }

  /** All that is not as it has to be. */
  public List<String> violations(AppRun run) {
    List<String> violations = new ArrayList<>(change.violations());
    violations.addAll(againstRules());
    Report report;
    try {
      report = Report.of(run.document());
    } catch (IllegalStateException e) {
      violations.add(String.valueOf(e.getMessage()));
      return violations;
    }
    violations.addAll(new Claims(change, request).violations(report));
    List<String> wrong = request instanceof Request.Remove remove ? remove.wrong() : List.of();
    report
        .staying()
        .filter(line -> !wrong.contains(line.reference()))
        .filter(line -> !reasons.isTrue(line, request))
        .forEach(line -> violations.add("not a true reason: " + line));
    report.failed().stream()
        .filter(line -> !wrong.contains(line.reference()))
        .forEach(line -> violations.add("failed: " + line));
    report.unknown().forEach(line -> violations.add("not known: " + line));
    violations.addAll(wrongWords(report, wrong));
    int code = wrong.isEmpty() ? 0 : 1;
    if (run.code() != code) {
      violations.add("exit code " + run.code() + " instead of " + code + "; " + run.err());
    }
    return violations;
  }

  private static List<String> wrongWords(Report report, List<String> wrong) {
    return report
        .staying()
        .filter(line -> wrong.contains(line.reference()))
        .filter(line -> isUpperCase(line) && line.reason().contains("base image"))
        .map(line -> "told a base image, but is none: " + line)
        .toList();
  }

  private static boolean isUpperCase(Line line) {
    return line.reference().matches("mcp-sandbox-.*[A-Z].*");
  }

  private List<String> againstRules() {
    Set<CachedName> gone = change.gone();
    List<Outcome> outcomes = new Rules(change.naming(), change.before(), pins).outcomes(request);
    return outcomes.stream()
        .map(outcome -> differences(outcome, gone))
        .min(Comparator.comparingInt(List::size))
        .orElseThrow();
  }

  private List<String> differences(Outcome outcome, Set<CachedName> gone) {
    List<String> differences = new ArrayList<>();
    for (CachedName name : Sets.difference(gone, outcome.goes())) {
      differences.add("%s went, but had to stay: %s".formatted(name, outcome.stays().get(name)));
    }
    for (CachedName name : Sets.difference(outcome.goes(), gone)) {
      if (change.naming() != Naming.PODMAN || !reasons.lastChild(name)) {
        differences.add(name + " stayed, but had to go");
      }
    }
    return differences;
  }
}
