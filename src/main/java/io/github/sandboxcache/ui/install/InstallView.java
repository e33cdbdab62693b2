package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.InstallStepText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How an install stands, as the dialog shows it.
 *
 * @param phase what is shown
 * @param step the step it is at, an index into {@link #STEPS}; their number once all are done
 * @param fraction how much of the step is done, where known
 * @param detail what is done just now, harmless to show
 * @param length how long it has run, or ran in all
 */
record InstallView(Phase phase, int step, OptionalDouble fraction, String detail, Duration length) {
  /** The steps in their order. */
  static final List<String> STEPS =
      List.of(Installer.STEP_BASE_IMAGE, Installer.STEP_PACKAGES, Installer.STEP_SAVE_IMAGE);

  /** What the dialog shows. */
  enum Phase {
    ASKING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** Before anything was started. */
  static final InstallView NOT_STARTED =
      new InstallView(Phase.ASKING, 0, OptionalDouble.empty(), "", Duration.ZERO);

  /**
   * For the state of its task.
   *
   * @param started when the task was started, UTC
   * @param now the time, UTC
   */
  static InstallView of(TaskState state, Instant started, Instant now) {
    return switch (state) {
      case TaskState.Counting _, TaskState.Queued _ ->
          new InstallView(Phase.RUNNING, 0, OptionalDouble.empty(), "", Duration.ZERO);
      case TaskState.Running(Instant since, Progress progress) ->
          new InstallView(
              Phase.RUNNING,
              Math.max(0, STEPS.indexOf(progress.step())),
              progress.fraction(),
              InstallStepText.of(progress),
              Duration.between(since, now));
      case TaskState.Succeeded(Instant at, var result) ->
          ended(Phase.DONE, STEPS.size(), length(result, started, at));
      case TaskState.Incomplete(Instant at, var result) ->
          ended(Phase.FAILED, 0, length(result, started, at));
      case TaskState.Failed(Instant at, Exception _) ->
          ended(Phase.FAILED, 0, Duration.between(started, at));
      case TaskState.Cancelled(Instant at, _) ->
          ended(Phase.CANCELLED, 0, Duration.between(started, at));
    };
  }

  /** Whether the form is shown, to be changed and tried again. */
  boolean asks() {
    return phase == Phase.ASKING || phase == Phase.FAILED || phase == Phase.CANCELLED;
  }

  private static InstallView ended(Phase phase, int step, Duration length) {
    return new InstallView(phase, step, OptionalDouble.empty(), "", length);
  }

  private static Duration length(Object result, Instant started, Instant at) {
    return result instanceof InstallResult install
        ? install.duration()
        : Duration.between(started, at);
  }
}
