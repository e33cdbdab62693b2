package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;

/**
 * Tells on the desktop what came of a task that took long, when the user is not looking at the
 * window. Needs no screen; the window's thread only.
 */
public final class TaskNotices {
  /** Who waits longer has likely turned to something else. */
  static final Duration LONG = Duration.ofSeconds(10);

  private final ActivityModel activity;
  private final BooleanSupplier inFront;
  private final DesktopNotices notices;
  private final UiTexts texts;
  private final TaskWords words;
  private final Map<TaskEntry, Instant> begun = new HashMap<>();

  /**
   * Notices about the tasks of that model.
   *
   * @param inFront whether the window has the keyboard
   */
  public TaskNotices(
      ActivityModel activity, BooleanSupplier inFront, DesktopNotices notices, UiTexts texts) {
    this.activity = activity;
    this.inFront = inFront;
    this.notices = notices;
    this.texts = texts;
    this.words = new TaskWords(texts);
  }

  /** Tells from now on. */
  public void start() {
    activity.running().addListener((ListChangeListener<TaskEntry>) this::changed);
  }

  private void changed(ListChangeListener.Change<? extends TaskEntry> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(entry -> begun.put(entry, entry.nowProperty().get()));
      change.getRemoved().forEach(this::ended);
    }
  }

  private void ended(TaskEntry entry) {
    Optional<Instant> since = Optional.ofNullable(begun.remove(entry));
    if (since.isEmpty() || inFront.getAsBoolean()) {
      return;
    }
    Duration length = Duration.between(since.get(), entry.nowProperty().get());
    // Whoever cancelled it knows.
    boolean cancelled = entry.stateProperty().get() instanceof TaskState.Cancelled;
    if (!cancelled && length.compareTo(LONG) >= 0) {
      TaskCard card = words.card(entry);
      notices.show(
          card.title(),
          card.reason().isEmpty()
              ? texts.text("notice.done", RelativeTime.length(length))
              : texts.text("notice.failed"));
    }
  }
}
