package io.github.sandboxcache.port;

/**
 * What an install container may use at most.
 *
 * @param memoryBytes memory in bytes, at least 64 MiB
 * @param cpus CPU cores, more than 0; may be a fraction
 * @param processes processes and threads, at least 16
 */
public record ResourceLimits(long memoryBytes, double cpus, int processes) {
  private static final long MIN_MEMORY_BYTES = 64L << 20;
  private static final int MIN_PROCESSES = 16;

  /** Refuses limits under which no package manager could run. */
  public ResourceLimits {
    if (memoryBytes < MIN_MEMORY_BYTES || !(cpus > 0) || processes < MIN_PROCESSES) {
      throw new IllegalArgumentException(
          "limits too small: %d bytes, %s CPUs, %d processes"
              .formatted(memoryBytes, cpus, processes));
    }
  }
}
