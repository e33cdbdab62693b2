package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.FailureText;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The log of a task: what was printed. Where a task failed before anything was, what was asked of
 * the engine and what came back, for an empty log says nothing.
 */
public final class TaskLog {
  private TaskLog() {}

  /** The lines to show, oldest first. Untrusted text. */
  public static List<String> of(TaskItem task, UiTexts texts) {
    List<String> printed = task.lines();
    if (printed.stream().anyMatch(line -> !line.isBlank())) {
      return printed;
    }
    Stream<String> asked =
        Stream.concat(
            Stream.of("$ " + new TaskTitles(texts).title(task.description())),
            task.description().subjects().stream().map(subject -> "  " + subject));
    return switch (task.state()) {
      case TaskState.Incomplete(var _, InstallResult result) ->
          Stream.concat(asked, InstallText.errors(result).stream()).toList();
      case TaskState.Incomplete _ -> Stream.concat(asked, noted(task, texts)).toList();
      case TaskState.Failed(var _, Exception cause) -> Stream.concat(asked, words(cause)).toList();
      default -> printed;
    };
  }

  private static Stream<String> noted(TaskItem task, UiTexts texts) {
    return new FailureWords(texts)
        .of(task.description(), task.state()).stream()
            .flatMap(why -> Stream.concat(Stream.of(why.reason()), why.notes().stream()));
  }

  /** Also what caused it, for that is often where the engine's own words are. */
  private static Stream<String> words(Exception cause) {
    return Stream.<Throwable>iterate(cause, Objects::nonNull, Throwable::getCause)
        .map(each -> Objects.requireNonNullElse(each.getMessage(), each.getClass().getSimpleName()))
        .distinct()
        .flatMap(words -> FailureText.full(words).lines())
        .map(PlainText::outputLine);
  }
}
