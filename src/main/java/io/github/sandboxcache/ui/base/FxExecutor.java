package io.github.sandboxcache.ui.base;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Runs on the FX thread: at once when called from it, later otherwise. View models take any {@link
 * Executor}, so tests need no toolkit.
 */
public final class FxExecutor implements Executor {
  @Override
  public void execute(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }
}
