package io.github.sandboxcache.usage;

/** Keeps lookups across restarts. Thread-safe, and safe when several processes write. */
public interface UsageLog {
  /**
   * Keeps one lookup.
   *
   * @throws UsageLogException when it cannot be written
   */
  void record(Lookup lookup);

  /**
   * Everything recorded so far, summed up.
   *
   * @throws UsageLogException when it cannot be read
   */
  UsageSummary summary();
}
