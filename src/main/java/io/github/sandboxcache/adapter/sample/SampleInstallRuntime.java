package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerState;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Plays installs: every command succeeds after a few made-up lines. */
final class SampleInstallRuntime implements InstallRuntime {
  private static final long BYTES_PER_PACKAGE = 17_000_000;
  private static final int PULL_STEPS = 10;
  private static final long PULL_BYTES = 50_000_000;

  private final SampleEngine engine;
  private final Clock clock;
  private final Duration pace;
  private final AtomicLong containerNumbers = new AtomicLong();

  SampleInstallRuntime(SampleEngine engine, Clock clock, Duration pace) {
    this.engine = engine;
    this.clock = clock;
    this.pace = pace;
  }

  @Override
  public void pull(String reference, Consumer<PullProgress> progress, Cancellation cancellation) {
    for (int i = 1; i <= PULL_STEPS; i++) {
      pause(cancellation);
      progress.accept(new PullProgress("Downloading", PULL_BYTES * i / PULL_STEPS, PULL_BYTES));
    }
  }

  @Override
  public ImageConfig imageConfig(String reference) {
    return new ImageConfig(
        "sha256:0", List.of("sh"), List.of(), "", "", List.of(), List.of(), false);
  }

  @Override
  public String createContainer(InstallContainer container) {
    String id = "sample-" + containerNumbers.incrementAndGet();
    engine.add(
        new EngineContainer(
            id, container.name(), "sha256:0", container.image(), false, container.labels()));
    return id;
  }

  @Override
  public void startContainer(String containerId) {}

  @Override
  public boolean exists(String containerId, String path) {
    return true;
  }

  @Override
  public void createDirectory(String containerId, String path) {}

  @Override
  public void writeFile(String containerId, String directory, String name, byte[] content) {}

  @Override
  public int run(
      String containerId,
      ContainerCommand command,
      Consumer<String> onLine,
      Cancellation cancellation) {
    for (String line : List.of("Sample data: nothing is really installed", "Done")) {
      pause(cancellation);
      onLine.accept(line);
    }
    return 0;
  }

  @Override
  public String commit(String containerId, CommitRequest request, Cancellation cancellation) {
    List<String> packages = ImageLabels.packages(request.labels()).orElse(List.of());
    EngineImage image =
        SampleCache.cached(
            new Language(request.labels().getOrDefault(ImageLabels.LANGUAGE, "")),
            packages,
            BYTES_PER_PACKAGE * packages.size(),
            clock.instant());
    engine.add(
        new EngineImage(
            image.id(),
            List.of(),
            image.sizeBytes(),
            image.sharedBytes(),
            image.createdAt(),
            image.parentId(),
            request.labels()));
    return image.id();
  }

  @Override
  public void tag(String imageId, CacheReference reference) {
    engine
        .image(imageId)
        .map(image -> image.withReferences(List.of(reference.toString())))
        .ifPresent(engine::add);
  }

  @Override
  public void removeNameless(String imageId) {
    engine.removeNameless(imageId);
  }

  @Override
  public boolean removeNeverNamed(String imageId) {
    return engine.removeNeverNamed(imageId);
  }

  @Override
  public Optional<ContainerState> state(String containerId) {
    return engine.containers().stream()
        .filter(container -> container.id().equals(containerId))
        .findFirst()
        .map(_ -> new ContainerState(true, false, false));
  }

  @Override
  public void removeContainer(String container) {
    engine.containers().stream()
        .filter(known -> known.id().equals(container) || known.name().equals(container))
        .forEach(known -> engine.removeContainer(known.id()));
  }

  private void pause(Cancellation cancellation) {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      if (cancelled.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CancellationException("cancelled");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(e.toString());
    }
  }
}
