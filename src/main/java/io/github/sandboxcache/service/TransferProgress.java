package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.function.Consumer;

/** Tells what an engine reports of a push or a pull as progress of a task: layer by layer. */
final class TransferProgress implements Consumer<PullProgress> {
  private final String step;
  private final ProgressListener listener;
  private volatile long movedBytes;

  TransferProgress(String step, ProgressListener listener) {
    this.step = step;
    this.listener = listener;
  }

  /** What has moved until now. */
  long movedBytes() {
    return movedBytes;
  }

  @Override
  public void accept(PullProgress told) {
    movedBytes = told.doneBytes();
    listener.onProgress(
        told.totalBytes() > 0
            ? Progress.of(step, told.status(), (double) told.doneBytes() / told.totalBytes())
            : Progress.of(step, told.status()));
  }
}
