package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.TaskCard.Mark;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Says what counts down and what came of tasks, in a short message each. FX thread only. */
public final class TaskToasts {
  private static final Duration RESULT_SHOWN = Duration.seconds(6);
  private static final Duration FRAME = Duration.millis(50);

  private final TasksModel tasks;
  private final InstantSource clock;
  private final Overlays overlays;
  private final UiTexts texts;
  private final TaskCardText words;
  private final TaskTitles titles;
  private final Consumer<TaskItem> restore;
  private final Runnable showActivity;

  /**
   * Messages about the tasks of that model.
   *
   * @param clock tells how long a countdown goes on
   * @param restore makes again what a task removed
   * @param showActivity opens the activity panel
   */
  public TaskToasts(
      TasksModel tasks,
      InstantSource clock,
      Overlays overlays,
      UiTexts texts,
      Consumer<TaskItem> restore,
      Runnable showActivity) {
    this.restore = restore;
    this.clock = clock;
    this.overlays = overlays;
    this.texts = texts;
    this.words = new TaskCardText(texts);
    this.titles = new TaskTitles(texts);
    this.showActivity = showActivity;
    this.tasks = tasks;
  }

  /** Shows messages from now on. */
  public void start() {
    tasks.running().addListener((ListChangeListener<TaskItem>) this::changed);
  }

  private void changed(ListChangeListener.Change<? extends TaskItem> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::added);
      change.getRemoved().forEach(this::ended);
    }
  }

  private void added(TaskItem entry) {
    if (!(entry.state() instanceof TaskState.Counting)) {
      return;
    }
    double whole = Math.max(1, entry.untilStart(clock.instant()).toMillis());
    new Countdown(entry, whole).toast.show();
  }

  private void ended(TaskItem entry) {
    TaskCard card = words.card(entry, clock.instant());
    boolean failed = card.failure().isPresent();
    boolean undone =
        entry.state() instanceof TaskState.Cancelled(_, boolean beforeStart) && beforeStart;
    Kind kind = entry.description().kind();
    // What was read shows where it was asked for.
    if (undone
        || (kind == Kind.INSTALL && overlays.isDialogOpen())
        || (kind == Kind.INSPECT && !failed)) {
      return;
    }
    PauseTransition pause = new PauseTransition(RESULT_SHOWN);
    ToastController toast = ToastController.create(texts, overlays, () -> {});
    if (failed) {
      toast.say(
          card.mark(), texts.text("toast.failed", card.title()), titles.title(entry.description()));
      toast.offer(texts.text("toast.show"), showActivity);
    } else {
      toast.say(card.mark(), card.title(), card.detail());
      if (!entry.removed().isEmpty()) {
        toast.offer(texts.text("activity.restore"), () -> restore.accept(entry));
      }
      pause.setOnFinished(_ -> toast.close());
      pause.play();
    }
    toast.show();
  }

  /** The message of a task that counts down; goes away when the countdown ends. */
  private final class Countdown {
    private final TaskItem entry;
    private final double wholeMillis;
    private final ToastController toast;
    private final Subscription following;
    private final Timeline shrinking;

    Countdown(TaskItem entry, double wholeMillis) {
      this.entry = entry;
      this.wholeMillis = wholeMillis;
      this.toast = ToastController.create(texts, overlays, this::stop);
      toast.offer(texts.text("activity.undo"), entry::cancel);
      this.shrinking = new Timeline(new KeyFrame(FRAME, _ -> show()));
      shrinking.setCycleCount(Animation.INDEFINITE);
      shrinking.play();
      this.following = entry.stateProperty().subscribe(this::show);
    }

    private void show() {
      if (!(entry.state() instanceof TaskState.Counting)) {
        toast.close();
        return;
      }
      java.time.Duration left = entry.untilStart(clock.instant());
      long seconds = TaskCardText.seconds(left);
      TaskDescription about = entry.description();
      toast.say(
          new Mark(TaskTitles.icon(about), "text"),
          titles.countdown(about, seconds),
          titles.frees(about));
      toast.showLeft(left.toMillis() / wholeMillis);
    }

    private void stop() {
      shrinking.stop();
      following.unsubscribe();
    }
  }
}
