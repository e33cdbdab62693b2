package io.github.sandboxcache.trials;

import java.util.List;

/** Counts what was right and prints what was not, with all that is needed to see it again. */
public final class Findings {
  private final String trial;
  private final long seed;
  private int passed;
  private int failed;

  Findings(String trial, long seed) {
    this.trial = trial;
    this.seed = seed;
  }

  /**
   * Takes one check down.
   *
   * @param number of the operation or round
   * @param what was done
   * @param violations what was not as it has to be; none when all was
   */
  public void check(int number, String what, List<String> violations) {
    if (violations.isEmpty()) {
      passed++;
      return;
    }
    failed++;
    for (String violation : violations) {
      System.out.println(
          "VIOLATION %s seed %d operation %d (%s): %s"
              .formatted(trial, seed, number, what, violation));
    }
  }

  /** Prints a line that is no violation. */
  public void say(String line) {
    System.out.println(trial + ": " + line);
  }

  int failed() {
    return failed;
  }

  int passed() {
    return passed;
  }
}
