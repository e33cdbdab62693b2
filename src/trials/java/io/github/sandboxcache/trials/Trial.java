package io.github.sandboxcache.trials;

/** One way to try the app. */
public interface Trial {
  /** Its name in the command. */
  String name();

  /** What it does, in one line. */
  String about();

  /**
   * Tries.
   *
   * @throws Exception when it cannot go on; the message says why
   */
  void run(Setting setting, Findings findings) throws Exception;
}
