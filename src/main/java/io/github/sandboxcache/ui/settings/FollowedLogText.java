package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogState.Problem;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.settings.FollowedLogsModel.Entry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Says how it stands with followed logs, in words for people. */
final class FollowedLogText {
  /** Of more files than that only the number is told. */
  private static final int TOLD_FILES = 8;

  private static final String GLOB_SIGNS = "*?[{";

  private final UiTexts texts;
  private final Clock clock;

  FollowedLogText(UiTexts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * A line about one file.
   *
   * @param problem whether it says that something is wrong
   */
  record Line(String text, boolean problem) {}

  /** What there is to say of one path or glob; its files by name where it is a glob. */
  List<Line> of(Entry entry) {
    if (entry.files().isEmpty()) {
      return List.of(
          new Line(
              texts.text(entry.saved() ? "settings.log.waiting" : "settings.log.unsaved"), false));
    }
    List<Line> lines = new ArrayList<>();
    entry.files().stream().limit(TOLD_FILES).forEach(file -> lines.addAll(lines(file)));
    int others = entry.files().size() - TOLD_FILES;
    if (others > 0) {
      lines.add(new Line(texts.text("settings.log.files", others), false));
    }
    return lines;
  }

  private List<Line> lines(FollowedLogState file) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(file));
    file.skippedBecause()
        .forEach(
            (reason, count) ->
                lines.add(
                    skipped(
                        file,
                        texts.text(
                            "settings.log.skipped",
                            Texts.text("log.skipped." + reason.name(), count)))));
    long untold =
        file.skipped() - file.skippedBecause().values().stream().mapToLong(count -> count).sum();
    if (untold > 0) {
      lines.add(skipped(file, texts.text("settings.log.skipped.unknown", untold)));
    }
    return lines;
  }

  private static Line skipped(FollowedLogState file, String words) {
    return new Line(named(file, words), false);
  }

  private Line line(FollowedLogState file) {
    String said =
        file.problem().map(problem -> problem(file, problem)).orElseGet(() -> counts(file));
    boolean wrong = file.problem().filter(p -> p != Problem.ABSENT).isPresent();
    return new Line(named(file, said), wrong);
  }

  private static String named(FollowedLogState file, String words) {
    return file.path().equals(file.pattern()) ? words : PlainText.line(name(file)) + ": " + words;
  }

  /** In a glob for one folder the file's name says it all. */
  private static String name(FollowedLogState file) {
    boolean oneFolder = file.pattern().indexOf('/', firstSign(file.pattern())) < 0;
    return oneFolder ? file.path().substring(file.path().lastIndexOf('/') + 1) : file.path();
  }

  private static int firstSign(String pattern) {
    int sign = 0;
    while (sign < pattern.length() && GLOB_SIGNS.indexOf(pattern.charAt(sign)) < 0) {
      sign++;
    }
    return sign;
  }

  private String problem(FollowedLogState file, Problem problem) {
    if (problem == Problem.ABSENT && file.lastRead().isPresent()) {
      return counts(file) + ". " + texts.text("settings.log.ABSENT");
    }
    return problem == Problem.ABSENT && isGlob(file)
        ? texts.text("settings.log.none-match")
        : texts.text("settings.log." + problem.name());
  }

  private static boolean isGlob(FollowedLogState file) {
    return firstSign(file.pattern()) < file.pattern().length();
  }

  private String counts(FollowedLogState file) {
    String counts =
        texts.text("settings.log.counts", file.linesRead(), file.facts(), file.skipped());
    return file.lastRead()
        .map(
            read ->
                counts
                    + " \u00b7 "
                    + texts.text("settings.log.last", RelativeTime.ago(read, clock.instant())))
        .orElse(texts.text("settings.log.waiting"));
  }
}
