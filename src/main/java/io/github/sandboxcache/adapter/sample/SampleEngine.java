package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An engine in memory that behaves as a real one towards the app: it lists, removes, installs and
 * tells of changes, and everything in it is made up. Thread-safe.
 */
public final class SampleEngine implements ContainerEngine {
  private static final long FREE_DISK_BYTES = 54_200_000_000L;

  private final Map<String, EngineImage> images = new LinkedHashMap<>();

  /** Images that lost their last name; guarded by the images. */
  private final Map<String, EngineImage> removed = new HashMap<>();

  /** The ids of images that have or had a name; guarded by the images. */
  private final Set<String> everNamed = new HashSet<>();

  private final List<EngineContainer> containers = new CopyOnWriteArrayList<>();
  private final Map<String, ContainerLife> lives = new ConcurrentHashMap<>();
  private final List<EngineEventListener> listeners = new CopyOnWriteArrayList<>();
  private final SampleInstallRuntime runtime;

  /**
   * An engine that holds that cache.
   *
   * @param clock tells when a made image was created
   * @param pace how long one line of a made-up install takes
   */
  public SampleEngine(SampleCache cache, Clock clock, Duration pace) {
    cache.images().forEach(this::put);
    containers.addAll(cache.containers());
    this.runtime = new SampleInstallRuntime(this, clock, pace);
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        "Sample data", "", "", "sample:", "sample", ReferenceNaming.DOCKER, true);
  }

  @Override
  public List<EngineImage> images() {
    synchronized (images) {
      return List.copyOf(images.values());
    }
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    synchronized (images) {
      EngineImage byId = images.get(referenceOrId);
      return byId != null
          ? Optional.of(byId)
          : images.values().stream()
              .filter(image -> image.references().contains(referenceOrId))
              .findFirst();
    }
  }

  @Override
  public OptionalLong freeDiskBytes() {
    return OptionalLong.of(FREE_DISK_BYTES);
  }

  @Override
  public ImageLayers layers(String imageId) {
    return SampleLayers.of(
        image(imageId).orElseThrow(() -> new ImageNotFoundException("No such image: " + imageId)));
  }

  @Override
  public <T> T readArchive(String imageId, ArchiveReader<T> reader, Cancellation cancellation) {
    EngineImage image =
        image(imageId).orElseThrow(() -> new ImageNotFoundException("No such image: " + imageId));
    try {
      return reader.read(SampleArchive.of(image, layers(imageId)));
    } catch (IOException e) {
      throw new EngineUnreachableException(description().endpoint(), e.toString(), e);
    }
  }

  /** Only what was there once can come back. */
  @Override
  public void loadImage(InputStream archive, Cancellation cancellation) {
    EngineImage image;
    try {
      String id = SampleArchive.imageIdIn(archive);
      synchronized (images) {
        image =
            Optional.ofNullable(removed.get(id))
                .orElseThrow(() -> new EngineRefusedException(0, "invalid archive"));
        put(image);
      }
    } catch (IOException e) {
      throw new EngineUnreachableException(description().endpoint(), e.toString(), e);
    }
    tell(new EngineEvent.ImageChanged(image.id()));
  }

  @Override
  public EngineDiskUsage diskUsage() {
    Set<Long> bases = new HashSet<>();
    long bytes = 0;
    for (EngineImage image : images()) {
      long shared = image.sharedBytes().orElse(0);
      bytes += image.sizeBytes().orElse(0) - shared;
      bytes += bases.add(shared) ? shared : 0;
    }
    return new EngineDiskUsage(OptionalLong.of(bytes), Map.of());
  }

  @Override
  public List<EngineContainer> containers() {
    return List.copyOf(containers);
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    return Optional.ofNullable(lives.get(containerId));
  }

  @Override
  public boolean removeReference(String reference) {
    EngineImage image =
        image(reference)
            .orElseThrow(() -> new ImageNotFoundException("No such image: " + reference));
    if (containers.stream().anyMatch(container -> container.imageId().equals(image.id()))) {
      throw new ImageInUseException("conflict: a container uses " + reference);
    }
    List<String> left = image.references().stream().filter(r -> !r.equals(reference)).toList();
    synchronized (images) {
      if (left.isEmpty()) {
        images.remove(image.id());
        removed.put(image.id(), image.withReferences(List.of()));
      } else {
        images.put(image.id(), image.withReferences(left));
      }
    }
    tell(new EngineEvent.ImageChanged(image.id()));
    return left.isEmpty();
  }

  @Override
  public boolean removeUntagged(String imageId) {
    EngineImage image =
        image(imageId).orElseThrow(() -> new ImageNotFoundException("No such image: " + imageId));
    if (containers.stream().anyMatch(container -> container.imageId().equals(imageId))) {
      throw new ImageInUseException("conflict: a container uses " + imageId);
    }
    if (image.references().isEmpty()) {
      removeNameless(imageId);
    }
    return image(imageId).isEmpty();
  }

  @Override
  public boolean nameUntagged(String imageId, CacheReference reference) {
    EngineImage image =
        image(imageId).orElseThrow(() -> new ImageNotFoundException("No such image: " + imageId));
    if (!image.references().isEmpty()) {
      return false;
    }
    restoreReference(imageId, reference.toString());
    return true;
  }

  @Override
  public void restoreReference(String imageId, String reference) {
    EngineImage image =
        image(imageId).orElseThrow(() -> new ImageNotFoundException("No such image: " + imageId));
    List<String> names = new ArrayList<>(image.references());
    names.add(reference);
    synchronized (images) {
      put(image.withReferences(names));
    }
    tell(new EngineEvent.ImageChanged(imageId));
  }

  @Override
  public InstallRuntime installRuntime() {
    return runtime;
  }

  @Override
  public Subscription subscribe(EngineEventListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    listeners.clear();
  }

  /** Takes an image in as if somebody had made it just now. */
  public void add(EngineImage image) {
    synchronized (images) {
      put(image);
    }
    tell(new EngineEvent.ImageChanged(image.id()));
  }

  private void put(EngineImage image) {
    images.put(image.id(), image);
    if (!image.references().isEmpty()) {
      everNamed.add(image.id());
    }
  }

  /** Takes a container in as if somebody had just created or started it. */
  public void begin(ContainerLife life) {
    EngineContainer container = life.container();
    boolean created = lives.put(container.id(), life) == null;
    if (created) {
      containers.add(container);
    }
    tell(new EngineEvent.ContainerChanged(container.id()));
    Instant time = life.startedAt().filter(_ -> !created).orElse(life.createdAt());
    tell(new EngineEvent.ContainerBegan(container, time, created));
  }

  void add(EngineContainer container) {
    containers.add(container);
    tell(new EngineEvent.ContainerChanged(container.id()));
  }

  void removeNameless(String imageId) {
    synchronized (images) {
      images.computeIfPresent(imageId, (_, image) -> image.references().isEmpty() ? null : image);
    }
    tell(new EngineEvent.ImageChanged(imageId));
  }

  boolean removeNeverNamed(String imageId) {
    synchronized (images) {
      if (everNamed.contains(imageId) || images.remove(imageId) == null) {
        return false;
      }
    }
    tell(new EngineEvent.ImageChanged(imageId));
    return true;
  }

  void removeContainer(String id) {
    lives.remove(id);
    if (containers.removeIf(container -> container.id().equals(id))) {
      tell(new EngineEvent.ContainerChanged(id));
    }
  }

  private void tell(EngineEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }
}
