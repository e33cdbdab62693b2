package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An engine in memory where anything may happen just when it is asked: images come and go, it fails
 * before the deed or after it. Thread-safe.
 */
final class MeddledEngine implements ContainerEngine {
  private final ReferenceNaming naming;
  private final Map<String, EngineImage> images = new LinkedHashMap<>();
  private final List<EngineContainer> containers = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> atLook = new ConcurrentHashMap<>();
  private final Map<String, Runnable> atRemoval = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Runnable atContainerList = () -> {};

  MeddledEngine(ReferenceNaming naming, EngineImage... images) {
    this.naming = naming;
    List.of(images).forEach(this::put);
  }

  MeddledEngine(EngineImage... images) {
    this(ReferenceNaming.DOCKER, images);
  }

  /** What happens each time before that image is looked at, by reference or id. */
  MeddledEngine atLook(String name, Runnable event) {
    atLook.put(name, event);
    return this;
  }

  /**
   * What happens instead of the removal of that reference, or just before that of the image of that
   * id.
   */
  MeddledEngine atRemoval(String reference, Runnable event) {
    atRemoval.put(reference, event);
    return this;
  }

  /** What happens each time before containers are listed. */
  MeddledEngine atContainerList(Runnable event) {
    atContainerList = event;
    return this;
  }

  /** Takes an image in, or has it be another one from now on. */
  void put(EngineImage image) {
    synchronized (images) {
      images.put(image.id(), image);
    }
  }

  void put(EngineContainer container) {
    containers.add(container);
  }

  /** Takes a name away, and the image with its last one. */
  void drop(String reference) {
    synchronized (images) {
      EngineImage image = find(reference).orElseThrow(() -> new ImageNotFoundException(reference));
      List<String> left = image.references().stream().filter(r -> !r.equals(reference)).toList();
      if (left.isEmpty()) {
        images.remove(image.id());
      } else {
        images.put(image.id(), image.withReferences(left));
      }
    }
  }

  /** Takes an image away, whatever it is called. */
  void drop(EngineImage image) {
    synchronized (images) {
      images.remove(image.id());
    }
  }

  /** The references and ids that it was asked to remove, in that order. */
  List<String> asked() {
    return asked;
  }

  /** What a list would say now. */
  Catalog catalog() {
    return Catalog.of(new EngineSnapshot(images(), List.copyOf(containers), naming));
  }

  @Override
  public boolean removeReference(String reference) {
    asked.add(reference);
    atRemoval.getOrDefault(reference, () -> drop(reference)).run();
    return true;
  }

  /** As an engine does that was given a name to remove: what has another one by now stays. */
  @Override
  public boolean removeUntagged(String imageId) {
    asked.add(imageId);
    atRemoval.getOrDefault(imageId, () -> {}).run();
    synchronized (images) {
      EngineImage image = find(imageId).orElseThrow(() -> new ImageNotFoundException(imageId));
      return image.references().isEmpty() && images.remove(imageId) != null;
    }
  }

  @Override
  public boolean nameUntagged(String imageId, CacheReference reference) {
    throw new AssertionError("nothing is named here");
  }

  @Override
  public void restoreReference(String imageId, String reference) {
    throw new AssertionError("the engine deletes what it untags");
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    atLook.getOrDefault(referenceOrId, () -> {}).run();
    return find(referenceOrId);
  }

  private Optional<EngineImage> find(String referenceOrId) {
    return images().stream()
        .filter(i -> i.id().equals(referenceOrId) || i.references().contains(referenceOrId))
        .findFirst();
  }

  @Override
  public List<EngineImage> images() {
    synchronized (images) {
      return new ArrayList<>(images.values());
    }
  }

  @Override
  public boolean announcesImages() {
    return naming == ReferenceNaming.DOCKER;
  }

  @Override
  public List<EngineContainer> containers() {
    atContainerList.run();
    return List.copyOf(containers);
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription("Test", "", "", "test:", "test", naming, true);
  }

  @Override
  public EngineDiskUsage diskUsage() {
    return EngineDiskUsage.UNKNOWN;
  }

  @Override
  public void loadImage(InputStream archive, Cancellation cancellation) {
    throw new AssertionError("nobody loads here");
  }

  @Override
  public <T> T readArchive(String imageId, ArchiveReader<T> reader, Cancellation cancellation) {
    throw new AssertionError("nobody looks inside here");
  }

  @Override
  public ImageLayers layers(String imageId) {
    throw new AssertionError("nobody asks for layers here");
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    return Optional.empty();
  }

  @Override
  public InstallRuntime installRuntime() {
    throw new UnsupportedOperationException("nothing is installed here");
  }

  @Override
  public Subscription subscribe(EngineEventListener listener) {
    return () -> {};
  }

  @Override
  public void close() {}
}
