package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.stream.Collectors;

/** Says what a task is about. Needs no screen. */
public final class TaskTitles {
  private static final int MAX_PACKAGES = 3;

  private final UiTexts texts;

  /** Words from there. */
  public TaskTitles(UiTexts texts) {
    this.texts = texts;
  }

  /** What a task does, as a command: {@code Prune 12 images}. */
  public String title(TaskDescription about) {
    return texts.text("task." + about.kind().name() + ".title", subject(about));
  }

  /** What a task was, as a sentence: {@code Install of axum 0.7.7, tower 0.5.1.} */
  String about(TaskDescription about) {
    return texts.text("task." + about.kind().name() + ".about", subject(about));
  }

  /** A task under way in a few words: {@code Installing pandas, polars}. */
  public static String running(TaskDescription task, UiTexts texts) {
    int count = task.subjects().size();
    return switch (task.kind()) {
      case INSTALL -> texts.text("task.installing", packages(task));
      case PREWARM -> texts.text("task.prewarming", count);
      case PRUNE -> texts.text("task.pruning", count);
      case CLEAR -> texts.text("task.clearing", count);
      case REMOVE -> texts.text("task.removing", count);
      case RESTORE -> texts.text("task.restoring", count);
      case NAME -> texts.text("task.naming", count);
      case INSPECT -> texts.text("task.inspecting", packages(task));
      case PUSH -> texts.text("task.pushing", count);
      case PULL -> texts.text("task.pulling", packages(task));
    };
  }

  /** What is about to be done, and in how many seconds. */
  String countdown(TaskDescription about, long seconds) {
    return texts.text("toast.counting." + about.kind().name(), subject(about), seconds);
  }

  /** What it will free: {@code frees 1.2 GB}; empty when that is nothing or not known. */
  String frees(TaskDescription about) {
    return about.bytes() > 0
        ? texts.text("toast.frees", DecimalSize.summary(about.bytes()).toString())
        : "";
  }

  String subject(TaskDescription about) {
    return switch (about.kind()) {
      case INSTALL -> PackageLabel.line(about.subjects());
      case PREWARM -> texts.text("task.sets", about.subjects().size());
      case INSPECT, PULL -> packages(about);
      case PRUNE, CLEAR, REMOVE, RESTORE, NAME, PUSH -> subject(about, about.subjects().size());
    };
  }

  /** So many of the images that a task is about; the only one by its packages and key. */
  String subject(TaskDescription about, int count) {
    return about.packages().isEmpty() || count != 1
        ? texts.text("prune.images", count)
        : texts.text(
            "task.image", PackageLabel.line(about.packages()), tag(about.subjects().getFirst()));
  }

  /** The name of the icon that stands for what a task does. */
  static String icon(TaskDescription about) {
    return switch (about.kind()) {
      case INSTALL, PREWARM, PULL -> "download";
      case PUSH -> "upload";
      case PRUNE -> "prune";
      case CLEAR, REMOVE -> "trash";
      case RESTORE -> "undo";
      case NAME -> "tag";
      case INSPECT -> "eye";
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

  private static String tag(String reference) {
    return PlainText.line(reference.substring(reference.indexOf(':') + 1));
  }
}
