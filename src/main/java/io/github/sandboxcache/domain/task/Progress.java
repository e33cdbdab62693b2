package io.github.sandboxcache.domain.task;

import java.util.OptionalDouble;

/**
 * A moment of a task.
 *
 * @param step a word for the phase the task is in, stable for programs
 * @param detail what is done just now, for people; may be empty
 * @param fraction how much is done, 0 to 1; empty when nobody knows
 */
public record Progress(String step, String detail, OptionalDouble fraction) {
  /** Progress whose end is not known. */
  public static Progress of(String step, String detail) {
    return new Progress(step, detail, OptionalDouble.empty());
  }

  /** Progress with a known share, brought into the range 0 to 1. */
  public static Progress of(String step, String detail, double fraction) {
    return new Progress(step, detail, OptionalDouble.of(Math.clamp(fraction, 0, 1)));
  }
}
