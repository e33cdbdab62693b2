package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** The installs of one operation, each noted in the journal. Thread-safe. */
final class NotedInstalls implements Installer, AutoCloseable {
  private final Installer installer;
  private final RunningOperation<CacheReference> operation;
  private final Clock clock;
  private final AtomicBoolean anythingDone = new AtomicBoolean();

  /**
   * Installs of an operation that has begun.
   *
   * @param installer does them
   */
  NotedInstalls(Installer installer, RunningOperation<CacheReference> operation, Clock clock) {
    this.installer = installer;
    this.operation = operation;
    this.clock = clock;
  }

  @Override
  public InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    return note(
        request.reference(),
        () -> installer.install(request, listener, cancellation),
        // What was there already was not done.
        result -> result.cached() ? new ImageState.Planned() : state(result));
  }

  /** Notes an image that is loaded, or why it could not be. */
  void load(CacheReference image, Runnable loading) {
    boolean _ =
        note(
            image,
            () -> {
              loading.run();
              return true;
            },
            _ -> new ImageState.Done());
  }

  private <T> T note(CacheReference image, Supplier<T> work, Function<T, ImageState> outcome) {
    operation.asking(image);
    ImageState state = new ImageState.Planned();
    try {
      T result = work.get();
      state = outcome.apply(result);
      return result;
    } catch (ArchiveException e) {
      // Another way is tried next.
      throw e;
    } catch (CancellationException e) {
      state = new ImageState.Kept(new KeepReason.Cancelled());
      throw e;
    } catch (RuntimeException e) {
      state = new ImageState.Unknown(Optional.of(String.valueOf(e.getMessage())));
      throw e;
    } finally {
      operation.settle(image, state);
      if (!(state instanceof ImageState.Planned)) {
        anythingDone.set(true);
      }
    }
  }

  /** Ends the operation; one that had nothing to do leaves no trace. */
  @Override
  public void close() {
    if (anythingDone.get()) {
      operation.end(Ending.at(clock.instant()));
    } else {
      operation.discard();
    }
  }

  private static ImageState state(InstallResult result) {
    if (result.successful()) {
      return new ImageState.Done();
    }
    return result.problems().stream().anyMatch(InstallProblem.Cancelled.class::isInstance)
        ? new ImageState.Kept(new KeepReason.Cancelled())
        : new ImageState.Failed(
            result.problems().stream()
                .flatMap(problem -> problem.foreignWords().stream())
                .findFirst());
  }
}
