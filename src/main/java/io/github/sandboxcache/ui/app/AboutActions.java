package io.github.sandboxcache.ui.app;

/** What the dialog asks of the window around it. FX thread only. */
public interface AboutActions {
  /** Puts text into the system's clipboard. */
  void copy(String text);

  /** Closes the dialog. */
  void close();
}
