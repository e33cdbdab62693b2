package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import io.github.sandboxcache.text.InstallStepText;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.ResourceBundle;

/** One line on a terminal that is written anew as a task comes along, and cleared at its end. */
final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final int WIDTH = 79;

  private final PrintStream terminal;
  private final boolean shown;
  private final ProgressWatch watch;
  private Progress progress = Progress.of("", "");
  private String output = "";

  ProgressLine(PrintStream terminal, boolean shown, ProgressWatch watch) {
    this.terminal = terminal;
    this.shown = shown;
    this.watch = watch;
  }

  @Override
  public synchronized void onProgress(Progress next) {
    if (!next.step().equals(progress.step())) {
      output = "";
    }
    progress = next;
    write();
  }

  @Override
  public synchronized void onLine(String line) {
    output = line;
    write();
  }

  @Override
  public void onNotice(TaskNotice notice) {
    onLine(InstallText.of(notice));
  }

  /** Leaves the terminal as it was. */
  @Override
  public synchronized void close() {
    if (shown) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
  }

  private void write() {
    if (!watch.equals(ProgressWatch.NONE)) {
      watch.onProgress(words(), progress.fraction());
    }
    if (!shown) {
      if (progress.step().equals("wait")) {
        // Who sees no progress should not have to guess why nothing happens.
        terminal.println(PlainText.line(stepText(progress.step()) + " " + progress.detail()));
      }
      return;
    }
    terminal.print(CLEAR_LINE + cut(words()));
    terminal.flush();
  }

  private String words() {
    StringBuilder line = new StringBuilder(stepText(progress.step()));
    progress
        .fraction()
        .ifPresent(f -> line.append(' ').append(Percent.of(OptionalDouble.of(100 * f))));
    String latest = output.isEmpty() ? InstallStepText.of(progress) : output;
    line.append(' ').append(PlainText.outputLine(latest));
    return line.toString().strip();
  }

  private static String stepText(String step) {
    ResourceBundle texts = Texts.bundle();
    String key = "cli.step." + step;
    return texts.containsKey(key) ? texts.getString(key) : "";
  }

  private static String cut(String line) {
    int length = line.codePointCount(0, line.length());
    return length <= WIDTH ? line : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
  }
}
