package io.github.sandboxcache.ui.welcome;

/** What the page asks of the window around it. FX thread only. */
public interface NoEngineActions {
  /** Opens the choice of an engine. */
  void chooseEngine();

  /** Shows made-up data instead. */
  void openSample();
}
