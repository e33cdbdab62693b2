package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Keeps a window open while tasks are under way, and asks its user what to do. It may close as soon
 * as none is left, whether they came to their end or were cancelled: an install that is cut off
 * would leave its container behind. FX thread only. Held by the window's stage.
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
    if (!tasks.isEmpty() && !asking) {
      ask();
    }
    return tasks.isEmpty();
  }

  private void ask() {
    asking = true;
    ListChangeListener<TaskItem> closeWhenIdle =
        _ -> {
          if (tasks.isEmpty()) {
            close.run();
          }
        };
    tasks.addListener(closeWhenIdle);
    overlays.showDialog(
        FxmlViews.view(new ClosingController(tasks, close, texts), texts),
        () -> {
          asking = false;
          tasks.removeListener(closeWhenIdle);
        });
  }
}
