package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import java.util.List;
import java.util.function.Consumer;

/** What the dialog asks of the window around it. FX thread only; nothing here waits. */
public interface EngineChoice {
  /**
   * Tries an engine in the background. When it answers, it is used from then on, remembered, and
   * the dialog is closed; the present engine stays until then.
   *
   * @param uri where it is
   * @param failed hears on the FX thread why it did not work
   */
  void use(String uri, Consumer<List<EngineAttempt>> failed);

  /** Forgets the choice, looks for an engine as usual, and closes the dialog. */
  void useAutomatic();

  /** Closes the dialog; nothing changes. */
  void close();
}
