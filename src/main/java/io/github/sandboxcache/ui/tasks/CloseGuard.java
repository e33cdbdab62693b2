package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.collections.ObservableList;

/**
 * Keeps a window open while tasks are under way, and asks its user what to do. FX thread only. Held
 * by the window's stage.
 */
public final class CloseGuard {
  private final ObservableList<TaskItem> tasks;
  private final Overlays overlays;
  private final UiTexts texts;
  private final Runnable close;
  private boolean asking;

  /**
   * A guard over one window.
   *
   * @param tasks all that have not ended
   * @param overlays where the question is shown
   * @param close closes the window without asking
   */
  public CloseGuard(
      ObservableList<TaskItem> tasks, Overlays overlays, UiTexts texts, Runnable close) {
    this.tasks = tasks;
    this.overlays = overlays;
    this.texts = texts;
    this.close = close;
  }

  /**
   * Whether the window may close at once. If not, the user is asked, and the window is closed once
   * the tasks have ended, unless the user wants to keep it open.
   */
  public boolean mayClose() {
    ClosingModel model = new ClosingModel(tasks);
    if (model.isIdle()) {
      return true;
    }
    if (!asking) {
      ask(model);
    }
    return false;
  }

  private void ask(ClosingModel model) {
    asking = true;
    Runnable stopListening =
        model.onChange(
            () -> {
              if (model.isIdle()) {
                close.run();
              }
            });
    overlays.showDialog(
        ClosingController.dialog(model, overlays::closeDialog, close, texts),
        () -> {
          asking = false;
          stopListening.run();
        });
  }
}
