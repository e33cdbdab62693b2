package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.stream.Collectors;

/** A task under way in a few words: {@code Installing pandas, polars}. */
public final class TaskText {
  private static final int MAX_PACKAGES = 3;

  private TaskText() {}

  /** What the task is doing. */
  public static String running(TaskDescription task, UiTexts texts) {
    int count = task.subjects().size();
    return switch (task.kind()) {
      case INSTALL -> texts.text("task.installing", packages(task));
      case PRUNE -> texts.text("task.pruning", count);
      case CLEAR -> texts.text("task.clearing", count);
      case REMOVE -> texts.text("task.removing", count);
    };
  }

  private static String packages(TaskDescription task) {
    String first =
        task.subjects().stream()
            .limit(MAX_PACKAGES)
            .map(PlainText::line)
            .collect(Collectors.joining(", "));
    int more = task.subjects().size() - MAX_PACKAGES;
    return more > 0 ? first + " +" + more : first;
  }
}
