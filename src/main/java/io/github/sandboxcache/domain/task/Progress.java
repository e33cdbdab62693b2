package io.github.sandboxcache.domain.task;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A moment of a task.
 *
 * @param step a word for the phase the task is in, stable for programs
 * @param detail what is done just now, for people; may be empty
 * @param fraction how much is done, 0 to 1; empty when nobody knows
 * @param doing the same as {@code detail} as data, where it is known that well
 */
public record Progress(
    String step, String detail, OptionalDouble fraction, Optional<TaskNotice> doing) {
  /** Progress whose end is not known. */
  public static Progress of(String step, String detail) {
    return new Progress(step, detail, OptionalDouble.empty(), Optional.empty());
  }

  /** Progress with a known share, brought into the range 0 to 1. */
  public static Progress of(String step, String detail, double fraction) {
    return of(step, detail).at(OptionalDouble.of(fraction));
  }

  /** The same, with what is done as data. */
  public Progress doing(TaskNotice what) {
    return new Progress(step, detail, fraction, Optional.of(what));
  }

  /** The same at a share that is brought into the range 0 to 1; empty when nobody knows it. */
  public Progress at(OptionalDouble share) {
    return new Progress(
        step,
        detail,
        share.isPresent()
            ? OptionalDouble.of(Math.clamp(share.getAsDouble(), 0, 1))
            : OptionalDouble.empty(),
        doing);
  }
}
