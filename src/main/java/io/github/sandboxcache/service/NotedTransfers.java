package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.KeepReason.NotMoved.Why;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** The images that one operation moves, each noted in the journal. For one thread. */
final class NotedTransfers implements AutoCloseable {
  private final RunningOperation<CacheReference> operation;
  private final Clock clock;
  private boolean anythingDone;

  /** Those of an operation that has begun. */
  NotedTransfers(RunningOperation<CacheReference> operation, Clock clock) {
    this.operation = operation;
    this.clock = clock;
  }

  /** Moves an image, and notes what becomes of it. */
  TransferOutcome move(CacheReference image, Supplier<TransferOutcome> work) {
    operation.asking(image);
    try {
      TransferOutcome outcome = work.get();
      note(image, outcome);
      return outcome;
    } catch (CancellationException e) {
      operation.settle(image, new ImageState.Kept(new KeepReason.Cancelled()));
      throw e;
    }
  }

  private void note(CacheReference image, TransferOutcome outcome) {
    switch (outcome) {
      case TransferOutcome.Pushed(String _, long bytes) -> operation.moved(image, bytes);
      case TransferOutcome.Pulled pulled -> operation.moved(image, pulled.loadedBytes());
      case TransferOutcome.AlreadyThere _, TransferOutcome.AlreadyHere _ ->
          operation.settle(image, kept(Why.PRESENT));
      case TransferOutcome.Failed(TransferProblem problem) ->
          operation.settle(image, state(problem));
    }
    // That an image is where it was to be moved is nothing that was done.
    anythingDone |=
        !(outcome instanceof TransferOutcome.AlreadyThere
            || outcome instanceof TransferOutcome.AlreadyHere);
  }

  private static ImageState state(TransferProblem problem) {
    return switch (problem) {
      case TransferProblem.NotHere _ -> kept(Why.NOT_HERE);
      case TransferProblem.NotThere _ -> kept(Why.NOT_THERE);
      case TransferProblem.SessionFiles _ -> kept(Why.SESSION_FILES);
      case TransferProblem.NotLegible _ -> kept(Why.NOT_LEGIBLE);
      case TransferProblem.NameTaken _ -> kept(Why.NAME_TAKEN);
      case TransferProblem.OtherPlatform _ -> kept(Why.OTHER_PLATFORM);
      case TransferProblem.OtherDigest _ -> kept(Why.OTHER_DIGEST);
      case TransferProblem.ChangedThere _ -> kept(Why.CHANGED_THERE);
      case TransferProblem.NotNoted _ -> kept(Why.NOT_NOTED);
      case TransferProblem.Registry(var _, String words) -> failed(words);
      case TransferProblem.Engine(String words) -> failed(words);
    };
  }

  private static ImageState kept(Why why) {
    return new ImageState.Kept(new KeepReason.NotMoved(why));
  }

  private static ImageState failed(String words) {
    return new ImageState.Failed(Optional.of(words).filter(said -> !said.isBlank()));
  }

  /** Ends the operation; one that had nothing to do leaves no trace. */
  @Override
  public void close() {
    if (anythingDone) {
      operation.end(Ending.at(clock.instant()));
    } else {
      operation.discard();
    }
  }
}
