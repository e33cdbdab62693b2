package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.Overlays;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Says what counts down and what came of tasks, in a short message each. FX thread only. */
public final class TaskToasts {
  private static final Duration RESULT_SHOWN = Duration.seconds(6);

  private final ActivityModel activity;
  private final Overlays overlays;
  private final UiTexts texts;
  private final TaskWords words;
  private final Runnable showActivity;

  /**
   * Messages about the tasks of that model.
   *
   * @param showActivity opens the activity panel
   */
  public TaskToasts(
      ActivityModel activity, Overlays overlays, UiTexts texts, Runnable showActivity) {
    this.overlays = overlays;
    this.texts = texts;
    this.words = new TaskWords(texts);
    this.showActivity = showActivity;
    this.activity = activity;
  }

  /** Shows messages from now on. */
  public void start() {
    activity.running().addListener((ListChangeListener<TaskEntry>) this::changed);
  }

  private void changed(ListChangeListener.Change<? extends TaskEntry> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::added);
      change.getRemoved().forEach(this::ended);
    }
  }

  private void added(TaskEntry entry) {
    if (!(entry.stateProperty().get() instanceof TaskState.Counting)) {
      return;
    }
    double whole = Math.max(1, entry.untilStart().toMillis());
    Countdown countdown = new Countdown(entry, whole);
    overlays.showToast(countdown.toast.view());
  }

  private void ended(TaskEntry entry) {
    TaskCard card = words.card(entry);
    boolean failed = !card.reason().isEmpty();
    boolean undone =
        entry.stateProperty().get() instanceof TaskState.Cancelled(_, boolean beforeStart)
            && beforeStart;
    if (undone || (entry.description().kind() == Kind.INSTALL && overlays.isDialogOpen())) {
      return;
    }
    PauseTransition pause = new PauseTransition(RESULT_SHOWN);
    Closing closing = new Closing();
    ToastController toast = ToastController.create(texts, closing);
    closing.action = () -> overlays.hideToast(toast.view());
    toast.say(
        card.mark().icon(),
        failed
            ? texts.text("toast.failed", card.title())
            : texts.text("toast.done", card.title(), card.detail()));
    if (failed) {
      toast.offer(texts.text("toast.show"), showActivity);
    } else {
      pause.setOnFinished(_ -> overlays.hideToast(toast.view()));
      pause.play();
    }
    overlays.showToast(toast.view());
  }

  /** Lets a toast close itself although it is made before it can be named. */
  private static final class Closing implements Runnable {
    private Runnable action = () -> {};

    @Override
    public void run() {
      action.run();
    }
  }

  /** The message of a task that counts down; goes away when the countdown ends. */
  private final class Countdown {
    private final TaskEntry entry;
    private final double wholeMillis;
    private final ToastController toast;
    private final Subscription following;

    Countdown(TaskEntry entry, double wholeMillis) {
      this.entry = entry;
      this.wholeMillis = wholeMillis;
      this.toast = ToastController.create(texts, this::hide);
      toast.offer(texts.text("activity.undo"), entry::cancel);
      this.following =
          Subscription.combine(
              entry.nowProperty().subscribe(this::show),
              entry.stateProperty().subscribe(this::show));
    }

    private void show() {
      if (!(entry.stateProperty().get() instanceof TaskState.Counting)) {
        hide();
        return;
      }
      long seconds = TaskWords.seconds(entry.untilStart());
      Kind kind = entry.description().kind();
      int images = entry.description().subjects().size();
      toast.say(
          kind == Kind.PRUNE ? "prune" : "trash",
          texts.text("toast.counting." + kind.name(), images, seconds));
      toast.showLeft(entry.untilStart().toMillis() / wholeMillis);
    }

    private void hide() {
      following.unsubscribe();
      overlays.hideToast(toast.view());
    }
  }
}
