package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.app.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One deed that was done.
 *
 * @param number of the operation
 * @param interrupted whether somebody pressed Ctrl+C before its end
 * @param run how it ended; empty when it did not end in time and was killed
 * @param took until its end
 */
record ChaosRun(
    int number, ChaosDeed deed, boolean interrupted, Optional<AppRun> run, Duration took) {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NO_ENGINE = 3;
  private static final int INTERRUPTED = 130;

  /** The documented codes, without that for wrong usage: nothing that is asked is wrong. */
  private static final Set<Integer> CODES = Set.of(DONE, FAILED, NO_ENGINE);

  /** What only developers read. */
  private static final Pattern INNARDS =
      Pattern.compile("(?m)^\\s+at [a-z]|Exception|\\bnull\\b.*null\\b|java\\.|com\\.fasterxml");

  String what() {
    return String.join(" ", deed.words()) + (interrupted ? ", Ctrl+C" : "");
  }

  /** Whether it did what it was asked. */
  boolean done() {
    return run.filter(ended -> ended.code() == DONE).isPresent();
  }

  /** What it reported, where it was a removal that came to that. */
  Optional<Report> report() {
    return run.filter(ended -> deed instanceof ChaosDeed.Remove && !ended.out().isBlank())
        .map(ended -> Report.of(ended.document()));
  }

  /** All that is not as it has to be, seen by itself. */
  List<String> violations() {
    if (run.isEmpty()) {
      return List.of("did not end within " + took.toSeconds() + " s");
    }
    AppRun ended = run.get();
    if (interrupted && ended.code() == INTERRUPTED) {
      return afterInterruption(ended);
    }
    List<String> violations = new ArrayList<>();
    if (!CODES.contains(ended.code())) {
      violations.add("exit code " + ended.code() + ": " + ended.err());
    }
    if (INNARDS.matcher(ended.err()).find()) {
      violations.add("words for developers: " + ended.err());
    }
    if (ended.code() == NO_ENGINE && !ended.out().isBlank()) {
      violations.add("no engine, but an answer: " + ended.out());
    }
    if (deed.words().contains("--json") && (ended.code() == DONE || !ended.out().isBlank())) {
      violations.addAll(document(ended));
    } else if (ended.code() != DONE && ended.err().isBlank() && !saysWhatFailed(ended)) {
      violations.add("exit code " + ended.code() + " without a reason");
    }
    return violations;
  }

  /** What changes something says what it did, unless it had not even begun. */
  private List<String> afterInterruption(AppRun ended) {
    boolean changes = deed instanceof ChaosDeed.Remove || deed instanceof ChaosDeed.Install;
    if (changes && !ended.out().isBlank()) {
      try {
        Object _ = ended.document();
      } catch (IllegalStateException e) {
        return List.of(String.valueOf(e.getMessage()));
      }
    }
    return List.of();
  }

  /** A table of a removal has a line with a reason for each. */
  private boolean saysWhatFailed(AppRun ended) {
    Report table = Report.of(ended.out());
    return deed instanceof ChaosDeed.Announce
        && Stream.concat(table.failed().stream(), table.unknown().stream())
            .anyMatch(line -> !line.reason().isBlank());
  }

  private List<String> document(AppRun ended) {
    try {
      var document = ended.document();
      return switch (deed) {
        case ChaosDeed.Remove _ -> removal(ended, Report.of(document), false);
        case ChaosDeed.Announce _ -> removal(ended, Report.of(document), true);
        case ChaosDeed.Import log when ended.code() == DONE -> {
          int facts = document.at("/files/0/facts").asInt(-1);
          yield facts == log.lines() ? List.of() : List.of("%d facts".formatted(facts));
        }
        case ChaosDeed.Install _ -> {
          boolean success = document.path("success").asBoolean();
          boolean told = success || !document.path("errors").isEmpty();
          yield success == (ended.code() == DONE) && told
              ? List.of()
              : List.of("exit code " + ended.code() + ": " + ended.out());
        }
        default ->
            ended.code() == DONE || !ended.err().isBlank()
                ? List.of()
                : List.of("exit code " + ended.code() + " without a reason");
      };
    } catch (IllegalStateException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> removal(AppRun ended, Report report, boolean dryRun) {
    List<String> violations = new ArrayList<>();
    boolean complete = report.failed().isEmpty() && report.unknown().isEmpty();
    if (complete != (ended.code() == DONE)) {
      violations.add("exit code " + ended.code() + " with " + report);
    }
    if (report.dryRun() != dryRun) {
      violations.add("a dry run and a real one are told for each other");
    }
    report
        .failed()
        .forEach(
            line -> {
              if (line.reason().isBlank()) {
                violations.add("failed without a reason: " + line);
              }
            });
    return violations;
  }
}
