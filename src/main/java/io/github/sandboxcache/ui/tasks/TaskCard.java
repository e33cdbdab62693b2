package io.github.sandboxcache.ui.tasks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the activity panel says about a task at one moment.
 *
 * @param mark the icon before the title and its colour class
 * @param title what it does or did, or why it failed
 * @param side the short text at the right: an age, a percentage, bytes
 * @param bar the bar, where there is one
 * @param detail what it does just now, or what came of it
 * @param elapsed how long it has been running; empty when it is not
 * @param failure why it failed, where it did
 * @param notes single images with their reasons, shown on demand
 * @param actions what can be done with it
 */
record TaskCard(
    Mark mark,
    String title,
    String side,
    Bar bar,
    String detail,
    String elapsed,
    Optional<TaskFailure> failure,
    List<String> notes,
    List<Action> actions) {
  TaskCard {
    notes = List.copyOf(notes);
    actions = List.copyOf(actions);
  }

  /** Of a task that has not ended. */
  TaskCard(Mark mark, String title, String side, Bar bar, String detail, List<Action> actions) {
    this(mark, title, side, bar, detail, "", Optional.empty(), List.of(), actions);
  }

  /** Of a task that came to its end. */
  static TaskCard ended(
      Mark mark,
      String title,
      String when,
      String detail,
      List<String> notes,
      List<Action> actions) {
    return new TaskCard(
        mark, title, when, new Bar.None(), detail, "", Optional.empty(), notes, actions);
  }

  /** Of a task that failed. */
  static TaskCard failed(TaskFailure failure, String when, List<Action> actions) {
    return new TaskCard(
        new Mark("fail", "danger"),
        failure.reason(),
        when,
        new Bar.None(),
        "",
        "",
        Optional.of(failure),
        failure.notes(),
        actions);
  }

  /** The same with how long it has been running. */
  TaskCard running(String length) {
    return new TaskCard(mark, title, side, bar, detail, length, failure, notes, actions);
  }

  /**
   * An icon.
   *
   * @param icon its name
   * @param style its colour class
   */
  record Mark(String icon, String style) {}

  /** What can be done with a task. */
  enum Action {
    UNDO,
    CANCEL,
    RETRY,
    RESTORE,
    SHOW_LOG,
    DISMISS
  }

  /** How far it is. */
  sealed interface Bar {
    /** No bar. */
    record None() implements Bar {}

    /**
     * A running task.
     *
     * @param fraction 0 to 1; empty when nobody knows
     */
    record Running(OptionalDouble fraction) implements Bar {}

    /** A task that counts down. */
    record Counting() implements Bar {}
  }
}
