package io.github.sandboxcache.trials;

import io.github.sandboxcache.trials.app.App;

/** One way to try what needs no engine. */
public interface AppTrial {
  /** Its name in the command. */
  String name();

  /** What it does, in one line. */
  String about();

  /**
   * Tries.
   *
   * @param app the app, with a home of its own
   * @throws Exception when it cannot go on; the message says why
   */
  void run(Options options, App app, Findings findings) throws Exception;
}
