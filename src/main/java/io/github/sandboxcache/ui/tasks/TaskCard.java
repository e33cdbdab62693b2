package io.github.sandboxcache.ui.tasks;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the activity panel says about a task at one moment.
 *
 * @param mark the icon before the title and its colour class
 * @param title what it does or did
 * @param side the short text at the right: a time, a percentage
 * @param bar the bar, where there is one
 * @param detail what it does just now, or what came of it
 * @param reason what went wrong; empty when nothing did
 * @param advice what to do about it, and what was kept
 * @param notes single images with their reasons, shown on demand
 * @param actions what can be done with it
 */
record TaskCard(
    Mark mark,
    String title,
    String side,
    Bar bar,
    String detail,
    String reason,
    String advice,
    List<String> notes,
    List<Action> actions) {
  /** Of a task that did not fail. */
  TaskCard(Mark mark, String title, String side, Bar bar, String detail, List<Action> actions) {
    this(mark, title, side, bar, detail, "", "", List.of(), actions);
  }

  TaskCard {
    notes = List.copyOf(notes);
    actions = List.copyOf(actions);
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
