package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.checkup.Checkup;
import io.github.sandboxcache.domain.checkup.Finding;
import io.github.sandboxcache.domain.checkup.Grade;
import io.github.sandboxcache.domain.checkup.Topic;
import io.github.sandboxcache.text.FindingText;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code doctor}: what may be wrong, line by line, and what to do. Changes nothing. */
@Command(name = "doctor", addMethodSubcommands = false)
final class DoctorCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  DoctorCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    Checkup checkup = session.checkup();
    Output output = session.output();
    if (output.isJson()) {
      output.document(DoctorDocument.of(checkup, clock.instant()));
    } else {
      print(checkup, output);
    }
    return checkup.count(Grade.PROBLEM) == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(Checkup checkup, Output output) {
    Instant now = clock.instant();
    int grades = width(Stream.of(Grade.values()).map(FindingText::grade).toList());
    int topics = width(Stream.of(Topic.values()).map(FindingText::topic).toList());
    for (Finding finding : checkup.findings()) {
      output.line(
          padded(FindingText.grade(finding.grade()), grades)
              + padded(FindingText.topic(finding.topic()), topics)
              + FindingText.found(finding, now),
          style(finding.grade()));
      FindingText.advice(finding)
          .ifPresent(
              advice ->
                  output.line(
                      " ".repeat(grades + topics) + Texts.text("doctor.advice", advice),
                      Style.PLAIN));
    }
    output.line(
        Texts.text("doctor.sum", checkup.count(Grade.PROBLEM), checkup.count(Grade.WARNING)),
        Style.HEADING);
  }

  private static int width(List<String> words) {
    return words.stream().mapToInt(String::length).max().orElse(0) + 2;
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(width - word.length());
  }

  private static Style style(Grade grade) {
    return switch (grade) {
      case OK -> Style.PLAIN;
      case WARNING -> Style.CAREFUL;
      case PROBLEM -> Style.BAD;
      case UNKNOWN -> Style.FAINT;
    };
  }
}
