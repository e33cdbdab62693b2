package io.github.sandboxcache.trials;

import java.util.List;

/** Counts what was right and prints what was not, with all that is needed to see it again. */
public final class Findings {
  private static final int MAX_SHOWN = 8;

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
    violations.stream().limit(MAX_SHOWN).forEach(violation -> print(number, what, violation));
    if (violations.size() > MAX_SHOWN) {
      print(number, what, "and %d more".formatted(violations.size() - MAX_SHOWN));
    }
  }

  private void print(int number, String what, String violation) {
    System.out.println(
        "VIOLATION %s seed %d operation %d (%s): %s"
            .formatted(trial, seed, number, what, violation.replace('\n', ' ')));
  }

  /** Prints a line that is no violation. */
  public void say(String line) {
    System.out.println(trial + ": " + line);
  }

  long seed() {
    return seed;
  }

  int failed() {
    return failed;
  }

  int passed() {
    return passed;
  }
}
