package io.github.sandboxcache.domain.engine;

/**
 * What an install container may use at most. Limits under which no package manager could run are
 * settings all the same, which an install then refuses.
 *
 * @param memoryBytes memory in bytes, more than 0
 * @param cpus CPU cores, more than 0; may be a fraction
 * @param processes processes and threads, more than 0
 */
public record ResourceLimits(long memoryBytes, double cpus, int processes) {
  /** With less memory no package manager runs. */
  public static final long MIN_MEMORY_BYTES = 64L << 20;

  /** With fewer processes no package manager runs. */
  public static final int MIN_PROCESSES = 16;

  /** Refuses what is no limit at all. */
  public ResourceLimits {
    if (memoryBytes <= 0 || !(cpus > 0) || processes <= 0) {
      throw new IllegalArgumentException(
          "no limits: %d bytes, %s CPUs, %d processes".formatted(memoryBytes, cpus, processes));
    }
  }

  /** Whether a package manager could run under them. */
  public boolean areEnough() {
    return memoryBytes >= MIN_MEMORY_BYTES && processes >= MIN_PROCESSES;
  }
}
