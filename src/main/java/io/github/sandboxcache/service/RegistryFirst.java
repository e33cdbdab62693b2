package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.install.ImageSource;
import io.github.sandboxcache.domain.install.InstallNotice;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import io.github.sandboxcache.domain.usage.FactRecorder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the team's registry for an image that is missing, if that is so set. A registry that fails
 * or stalls costs some time and is told; the install goes on. Thread-safe.
 */
public final class RegistryFirst implements ImageSource {
  /** After so long without a report a pull is given up. */
  public static final Duration MAX_SILENCE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(RegistryFirst.class);

  private final Supplier<RegistrySettings> settings;
  private final Pulling pulling;
  private final Duration maxSilence;

  /**
   * For one engine.
   *
   * @param settings read again for every image
   * @param recorder records what came
   * @param maxSilence after so long without a report a pull is given up
   */
  public RegistryFirst(
      ContainerEngine engine,
      Supplier<RegistrySettings> settings,
      ImageRegistry registry,
      TransferNotes notes,
      Inspector inspector,
      FactRecorder recorder,
      ProcessLocks locks,
      Clock clock,
      Duration maxSilence) {
    this.settings = settings;
    this.pulling =
        new Pulling(
            engine,
            registry,
            new PassingNames(engine, notes, locks, clock),
            notes,
            inspector,
            recorder,
            clock);
    this.maxSilence = maxSilence;
  }

  @Override
  public Optional<RemoteReference> get(
      CacheReference image, ProgressListener listener, Cancellation cancellation) {
    Optional<RegistryAddress> address = settings.get().askedFirst();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    RemoteReference reference = new RemoteReference(address.get(), image);
    listener.onProgress(Progress.of("pull", reference.registry().toString()));
    return switch (outcome(reference, listener, cancellation)) {
      case TransferOutcome.Pulled _ -> Optional.of(reference);
      case TransferOutcome.Failed(TransferProblem.NotThere _) -> Optional.empty();
      case TransferOutcome.Failed(TransferProblem problem) -> {
        LOG.warn("{} is not pulled: {}", reference, problem);
        listener.onNotice(new InstallNotice.NotPulled(reference.registry(), problem));
        yield Optional.empty();
      }
      case TransferOutcome.AlreadyHere _,
          TransferOutcome.AlreadyThere _,
          TransferOutcome.Pushed _ ->
          Optional.empty();
    };
  }

  private TransferOutcome outcome(
      RemoteReference reference, ProgressListener listener, Cancellation cancellation) {
    Cancellation own = new Cancellation();
    Silence silence = new Silence(listener, maxSilence, own);
    try (var _ = cancellation.onCancel(own::cancel)) {
      silence.begin();
      return pulling.pull(reference, silence, own);
    } catch (CancellationException e) {
      cancellation.throwIfCancelled();
      return new TransferOutcome.Failed(
          new TransferProblem.Registry(
              Kind.TIMED_OUT, "no progress in " + maxSilence.toSeconds() + " s"));
    } catch (EngineException e) {
      return new TransferOutcome.Failed(new TransferProblem.Engine(String.valueOf(e.getMessage())));
    } catch (RegistryException e) {
      return new TransferOutcome.Failed(new TransferProblem.Registry(e.kind(), e.words()));
    } finally {
      silence.end();
    }
  }

  /** Passes on what is told, and cancels when nothing is told for too long. */
  private static final class Silence implements ProgressListener {
    private final ProgressListener listener;
    private final Duration max;
    private final Cancellation cancellation;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean over;

    Silence(ProgressListener listener, Duration max, Cancellation cancellation) {
      this.listener = listener;
      this.max = max;
      this.cancellation = cancellation;
    }

    void begin() {
      Thread.ofVirtual().name("registry-silence").start(this::watch);
    }

    private void watch() {
      try {
        while (!over) {
          long left = max.toNanos() - (System.nanoTime() - lastHeard);
          if (left <= 0) {
            cancellation.cancel();
            return;
          }
          TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    void end() {
      over = true;
    }

    @Override
    public void onProgress(Progress progress) {
      lastHeard = System.nanoTime();
      listener.onProgress(progress);
    }

    @Override
    public void onLine(String line) {
      listener.onLine(line);
    }

    @Override
    public void onNotice(TaskNotice notice) {
      listener.onNotice(notice);
    }
  }
}
