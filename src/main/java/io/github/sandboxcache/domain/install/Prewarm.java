package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.usage.MissedSet;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What may be installed ahead of what sandboxes miss.
 *
 * @param candidates the longest wait first; those with an obstacle after them, and of these what
 *     can't be installed at all behind what keeps failing; what is cached now last of all
 */
public record Prewarm(List<Candidate> candidates) {
  /** How many sets are installed ahead where nobody says how many. */
  public static final int DEFAULT_COUNT = 5;

  /** So many failed installs in a row are taken as more than bad luck. */
  public static final int FAILURES = 2;

  /** Copies the list, so that the record never changes. */
  public Prewarm {
    candidates = List.copyOf(candidates);
  }

  /**
   * A set that was missed.
   *
   * @param obstacle why it is not installed ahead; empty when it may be
   */
  public record Candidate(MissedSet set, Optional<Obstacle> obstacle) {
    /** Whether an install of it can be tried at all, and is of use. */
    public boolean isInstallable() {
      return obstacle.filter(why -> !(why instanceof Obstacle.KeepsFailing)).isEmpty();
    }

    private int rank() {
      return obstacle.isEmpty() ? 0 : isInstallable() ? 1 : set.cached() ? 3 : 2;
    }
  }

  /** Why a set is not installed ahead. */
  public sealed interface Obstacle {
    /** Its image is there now. */
    record Cached() implements Obstacle {}

    /** Nobody told its packages. */
    record PackagesUnknown() implements Obstacle {}

    /** Its packages may not reach a package manager. */
    record Refused(List<PackageProblem> problems) implements Obstacle {
      /** Copies the list, so that the record never changes. */
      public Refused {
        problems = List.copyOf(problems);
      }
    }

    /**
     * It would most likely fail again. Who wants to try may install it by itself.
     *
     * @param failures how many installs failed since one last worked
     */
    record KeepsFailing(int failures) implements Obstacle {}
  }

  /**
   * What installs are expected to take together.
   *
   * @param time one after the other; empty when that of any is not known
   * @param maxBytes the bytes of all images, base images counted with each, so that it is the most
   *     that they take; empty when that of any is not known
   */
  public record Estimate(Optional<Duration> time, OptionalLong maxBytes) {
    /** That of those sets. */
    public static Estimate of(Collection<MissedSet> sets) {
      Optional<Duration> time =
          sets.stream().allMatch(set -> set.installTime().isPresent())
              ? Optional.of(
                  sets.stream()
                      .flatMap(set -> set.installTime().stream())
                      .reduce(Duration.ZERO, Duration::plus))
              : Optional.empty();
      OptionalLong bytes =
          sets.stream().allMatch(set -> set.bytes().isPresent())
              ? OptionalLong.of(sets.stream().flatMapToLong(set -> set.bytes().stream()).sum())
              : OptionalLong.empty();
      return new Estimate(time, bytes);
    }
  }

  /** Judges sets that were missed, in any order. */
  public static Prewarm of(Collection<MissedSet> missed) {
    return new Prewarm(
        missed.stream()
            .map(set -> new Candidate(set, obstacle(set)))
            .sorted(
                Comparator.comparingInt(Candidate::rank)
                    .thenComparing(Candidate::set, MissedSet.LONGEST_WAIT_FIRST))
            .toList());
  }

  private static Optional<Obstacle> obstacle(MissedSet set) {
    if (set.cached()) {
      return Optional.of(new Obstacle.Cached());
    }
    if (set.packages().isEmpty()) {
      return Optional.of(new Obstacle.PackagesUnknown());
    }
    List<PackageProblem> problems =
        PackageRules.checkAll(set.reference().language(), set.packages().get());
    if (!problems.isEmpty()) {
      return Optional.of(new Obstacle.Refused(problems));
    }
    return set.failures() >= FAILURES
        ? Optional.of(new Obstacle.KeepsFailing(set.failures()))
        : Optional.empty();
  }

  /** The same without what is of no use to somebody. */
  public Prewarm only(Predicate<MissedSet> wanted) {
    return new Prewarm(candidates.stream().filter(each -> wanted.test(each.set())).toList());
  }

  /**
   * The sets to install ahead.
   *
   * @param count how many at most, 0 or more
   */
  public List<MissedSet> top(int count) {
    return candidates.stream()
        .filter(each -> each.obstacle().isEmpty())
        .limit(count)
        .map(Candidate::set)
        .toList();
  }
}
