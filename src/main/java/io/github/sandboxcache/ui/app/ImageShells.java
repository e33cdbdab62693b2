package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.ShellCommand;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens shells in containers of images, in a terminal of the user's. FX thread only. */
final class ImageShells {
  private final EngineModel engine;
  private final TerminalWindow terminal;
  private final UiThreads threads;
  private final Consumer<String> copy;
  private final Consumer<String> tell;
  private final UiTexts texts;

  /**
   * Shells on that engine.
   *
   * @param copy puts a text on the clipboard and says so
   * @param tell says to the user why no terminal came
   */
  ImageShells(
      EngineModel engine,
      TerminalWindow terminal,
      UiThreads threads,
      Consumer<String> copy,
      Consumer<String> tell,
      UiTexts texts) {
    this.engine = engine;
    this.terminal = terminal;
    this.threads = threads;
    this.copy = copy;
    this.tell = tell;
    this.texts = texts;
  }

  /**
   * Opens a shell in a container of the image of that name; without a terminal copies the command
   * and says so.
   */
  void open(String reference) {
    command(reference)
        .ifPresent(
            command ->
                threads.compute(
                    () -> terminal.open(command),
                    failure -> failure.ifPresent(why -> tellNoTerminal(why, command))));
  }

  private void tellNoTerminal(TerminalWindow.Failure why, List<String> command) {
    String words = ShellCommand.text(command);
    copy.accept(words);
    tell.accept(
        switch (why) {
          case NO_TERMINAL -> texts.text("shell.no-terminal", words);
          case NOT_STARTED -> texts.text("shell.not-started", words);
        });
  }

  /** Copies the command that does the same. */
  void copyCommand(String reference) {
    command(reference).map(ShellCommand::text).ifPresent(copy);
  }

  private Optional<List<String>> command(String reference) {
    return engine.ready().flatMap(session -> ShellCommand.of(session.engine(), reference));
  }
}
