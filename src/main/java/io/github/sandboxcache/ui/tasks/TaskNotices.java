package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.time.Instant;
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

  private final TasksModel tasks;
  private final BooleanSupplier inFront;
  private final DesktopNotices notices;
  private final UiTexts texts;
  private final TaskCardText words;
  private final TaskTitles titles;

  /**
   * Notices about the tasks of that model.
   *
   * @param inFront whether the window has the keyboard
   */
  public TaskNotices(
      TasksModel tasks, BooleanSupplier inFront, DesktopNotices notices, UiTexts texts) {
    this.tasks = tasks;
    this.inFront = inFront;
    this.notices = notices;
    this.texts = texts;
    this.words = new TaskCardText(texts);
    this.titles = new TaskTitles(texts);
  }

  /** Tells from now on. */
  public void start() {
    tasks.running().addListener((ListChangeListener<TaskItem>) this::changed);
  }

  private void changed(ListChangeListener.Change<? extends TaskItem> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::ended);
    }
  }

  private void ended(TaskItem entry) {
    Optional<Instant> end = entry.state().endedAt();
    if (end.isEmpty() || inFront.getAsBoolean()) {
      return;
    }
    Duration length = Duration.between(entry.startedAt(), end.get());
    // Whoever cancelled it knows.
    boolean cancelled = entry.state() instanceof TaskState.Cancelled;
    if (!cancelled && length.compareTo(LONG) >= 0) {
      TaskCard card = words.card(entry, end.get());
      notices.show(
          card.failure().isEmpty() ? card.title() : titles.title(entry.description()),
          card.failure().isEmpty()
              ? texts.text("notice.done", RelativeTime.length(length))
              : texts.text("notice.failed"));
    }
  }
}
