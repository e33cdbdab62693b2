package io.github.sandboxcache.ui.app;

import java.util.function.Consumer;

/**
 * Other starts of the app, which want this window shown instead of opening their own.
 *
 * @param listen is given what brings the window to the front, to be called from any thread
 * @param stop has later starts open a window of their own, called once this one is gone
 */
public record OtherStarts(Consumer<Runnable> listen, Runnable stop) {
  /** Each start opens a window of its own. */
  public static final OtherStarts NONE = new OtherStarts(_ -> {}, () -> {});
}
