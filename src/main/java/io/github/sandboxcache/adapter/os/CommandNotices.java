package io.github.sandboxcache.adapter.os;

import io.github.sandboxcache.domain.task.DesktopNotices;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications by the system's own command: {@code notify-send} where there is a freedesktop
 * desktop, {@code osascript} on macOS. What is said goes as arguments, through no shell. Windows
 * has no such command. Thread-safe.
 */
public final class CommandNotices implements DesktopNotices {
  private static final Logger LOG = LoggerFactory.getLogger(CommandNotices.class);
  private static final String APP = "Sandbox Cache";
  private static final String ICON = "io.github.sandboxcache.SandboxCache";

  private final String osName;

  /**
   * For that system.
   *
   * @param osName its name as in the property {@code os.name}
   */
  public CommandNotices(String osName) {
    this.osName = osName.toLowerCase(Locale.ROOT);
  }

  @Override
  public void show(String title, String text) {
    command(title, text)
        .ifPresent(command -> Thread.ofVirtual().name("desktop-notice").start(() -> run(command)));
  }

  /** The command that shows it, with its arguments. */
  Optional<List<String>> command(String title, String text) {
    if (osName.startsWith("linux") || osName.endsWith("bsd")) {
      return Optional.of(
          List.of("notify-send", "--app-name=" + APP, "--icon=" + ICON, "--", title, text));
    }
    if (osName.startsWith("mac")) {
      return Optional.of(
          List.of(
              "osascript",
              "-e",
              "on run argv",
              "-e",
              "display notification (item 2 of argv) with title (item 1 of argv)",
              "-e",
              "end run",
              title,
              text));
    }
    return Optional.empty();
  }

  private static void run(List<String> command) {
    try {
      int code =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (code != 0) {
        LOG.info("{} ended with {}: no notification was shown", command.getFirst(), code);
      }
    } catch (IOException e) {
      LOG.info("there is no {}, so no notification was shown", command.getFirst(), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
