package io.github.sandboxcache.domain.task;

/** Tells the user something outside of the window, by the system's own notifications. */
@FunctionalInterface
public interface DesktopNotices {
  /** Tells nothing. */
  DesktopNotices NONE = (_, _) -> {};

  /**
   * Shows a notification; returns at once. Where the system has none, nothing happens.
   *
   * @param title the first line; shown as it is
   * @param text the second line. Some desktops read markup in it, so that it must be the app's own
   *     words
   */
  void show(String title, String text);
}
