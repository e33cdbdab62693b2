package io.github.sandboxcache.trials.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keyboard and mouse of a display, moved by xdotool.
 *
 * @param display where the app's window is
 */
public record Hands(Display display) {
  private static final String TOOL = "xdotool";
  private static final String TITLE = "Sandbox Cache";
  private static final int PATIENCE_SECONDS = 20;

  /** Gives the window the keyboard, which no window manager does here. */
  public boolean focus() throws InterruptedException {
    return run("search", "--onlyvisible", "--name", TITLE, "windowfocus");
  }

  /** Presses keys one after the other, each as xdotool calls it: {@code ctrl+f}. */
  public void press(List<String> keys) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("key", "--delay", "60"));
    words.addAll(keys);
    boolean _ = run(words.toArray(String[]::new));
  }

  /** Types a text. */
  public void type(String text) throws InterruptedException {
    boolean _ = run("type", "--delay", "40", text);
  }

  /** Clicks there, in pixels of the display; 4 and 5 are the wheel. */
  public void click(int x, int y, int button) throws InterruptedException {
    boolean _ =
        run(
            "mousemove",
            Integer.toString(x),
            Integer.toString(y),
            "click",
            Integer.toString(button));
  }

  private boolean run(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(TOOL));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().put("DISPLAY", display.name());
    try {
      Process tool = builder.start();
      if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        tool.destroyForcibly();
        return false;
      }
      return tool.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("needs xdotool", e);
    }
  }
}
