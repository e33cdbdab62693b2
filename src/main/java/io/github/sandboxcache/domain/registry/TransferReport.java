package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.task.TaskResult;
import java.util.List;

/**
 * What became of images that were to be sent to a registry or to come from there.
 *
 * @param direction which way
 * @param registry which registry
 * @param done those that were begun, in that order
 * @param left those that were not begun when it was cancelled, the one under way included
 */
public record TransferReport(
    Direction direction, RegistryAddress registry, List<Transfer> done, List<CacheReference> left)
    implements TaskResult {
  /** Which way images move. */
  public enum Direction {
    PUSH,
    PULL
  }

  /** One image and what became of it. */
  public record Transfer(CacheReference image, TransferOutcome outcome) {}

  /** Copies the lists, so that the record never changes. */
  public TransferReport {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }

  /** Those that were moved. */
  public List<Transfer> moved() {
    return done.stream()
        .filter(
            each ->
                each.outcome() instanceof TransferOutcome.Pushed
                    || each.outcome() instanceof TransferOutcome.Pulled)
        .toList();
  }

  /** Those that need not be moved. */
  public List<Transfer> unmoved() {
    return done.stream()
        .filter(
            each ->
                each.outcome() instanceof TransferOutcome.AlreadyThere
                    || each.outcome() instanceof TransferOutcome.AlreadyHere)
        .toList();
  }

  /** Those that could not be moved. */
  public List<Transfer> failed() {
    return done.stream().filter(each -> each.outcome() instanceof TransferOutcome.Failed).toList();
  }

  /** The bytes that moved. */
  public long movedBytes() {
    return done.stream()
        .mapToLong(
            each ->
                switch (each.outcome()) {
                  case TransferOutcome.Pushed pushed -> pushed.sentBytes();
                  case TransferOutcome.Pulled pulled -> pulled.loadedBytes();
                  default -> 0;
                })
        .sum();
  }

  @Override
  public boolean successful() {
    return left.isEmpty() && failed().isEmpty();
  }
}
