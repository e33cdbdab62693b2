package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.domain.usage.MissedSet;
import java.util.List;

/**
 * What became of sets that were to be installed ahead.
 *
 * @param done those that were begun, in that order
 * @param left those that were not begun when it was cancelled, the one under way included
 */
public record PrewarmReport(List<Done> done, List<MissedSet> left) implements TaskResult {
  /** Nothing was to be done. */
  public static final PrewarmReport NOTHING = new PrewarmReport(List.of(), List.of());

  /** Copies the lists, so that the record never changes. */
  public PrewarmReport {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }

  /** A set and what its install came to. */
  public record Done(MissedSet set, InstallResult result) {}

  /** Those whose image is there now. */
  public List<Done> installed() {
    return done.stream().filter(each -> each.result().successful()).toList();
  }

  /** Those whose install failed. */
  public List<Done> failed() {
    return done.stream().filter(each -> !each.result().successful()).toList();
  }

  @Override
  public boolean successful() {
    return left.isEmpty() && failed().isEmpty();
  }
}
