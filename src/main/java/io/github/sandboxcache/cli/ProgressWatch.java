package io.github.sandboxcache.cli;

import java.util.OptionalDouble;

/** Hears in words how a verb comes along, from the verb's own threads, one call at a time. */
public interface ProgressWatch {
  /** For verbs that nobody follows. */
  ProgressWatch NONE = (_, _) -> {};

  /**
   * What is done now.
   *
   * @param words harmless text, one line
   * @param fraction how much of this step is done, 0 to 1; empty when nobody knows
   */
  void onProgress(String words, OptionalDouble fraction);
}
