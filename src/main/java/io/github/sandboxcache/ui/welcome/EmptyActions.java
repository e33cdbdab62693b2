package io.github.sandboxcache.ui.welcome;

/** What the page asks of the window around it. FX thread only. */
public interface EmptyActions {
  /** Opens the dialog that installs packages. */
  void install();

  /** Shows made-up data instead. */
  void openSample();
}
