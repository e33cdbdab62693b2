package io.github.sandboxcache.service;

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
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
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

/** An engine whose images change without a word, and which tells only what it is told to tell. */
final class ListedEngine implements ContainerEngine {
  private final Map<String, EngineImage> images = new LinkedHashMap<>();
  private final List<EngineEventListener> listeners = new ArrayList<>();
  private final List<String> looks = new ArrayList<>();
  private Runnable whileListing = () -> {};
  private boolean announces = true;
  private boolean refusesLooks;
  private int lists;

  void put(EngineImage image) {
    images.put(image.id(), image);
  }

  void remove(String id) {
    images.remove(id);
  }

  void announcesNothing() {
    announces = false;
  }

  void refuseLooks(boolean now) {
    refusesLooks = now;
  }

  /** What happens after the next list was made and before it is there. */
  void whileListing(Runnable happening) {
    whileListing = happening;
  }

  void tell(EngineEvent event) {
    List.copyOf(listeners).forEach(listener -> listener.onEvent(event));
  }

  void breakOff() {
    List<EngineEventListener> cut = List.copyOf(listeners);
    listeners.clear();
    cut.forEach(listener -> listener.onBreak(unreachable()));
  }

  boolean isListenedTo() {
    return !listeners.isEmpty();
  }

  int lists() {
    return lists;
  }

  List<String> looks() {
    return looks;
  }

  private static EngineUnreachableException unreachable() {
    return new EngineUnreachableException("unix:///engine", "gone", null);
  }

  @Override
  public List<EngineImage> images() {
    lists++;
    List<EngineImage> listed = List.copyOf(images.values());
    whileListing.run();
    return listed;
  }

  @Override
  public List<EngineImage> imagesMadeAfter(String imageId) {
    EngineImage anchor = images.get(imageId);
    if (anchor == null) {
      throw new ImageNotFoundException("no such image: " + imageId);
    }
    return images.values().stream()
        .filter(image -> image.createdAt().orElseThrow().isAfter(anchor.createdAt().orElseThrow()))
        .toList();
  }

  @Override
  public boolean announcesImages() {
    return announces;
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    looks.add(referenceOrId);
    if (refusesLooks) {
      throw unreachable();
    }
    return images.values().stream()
        .filter(
            image -> image.id().equals(referenceOrId) || image.references().contains(referenceOrId))
        .findFirst();
  }

  @Override
  public Subscription subscribe(EngineEventListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        "Docker", "1", "1.47", "unix:///engine", "test", ReferenceNaming.DOCKER, false);
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
  public List<EngineContainer> containers() {
    return List.of();
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    return Optional.empty();
  }

  @Override
  public boolean removeReference(String reference) {
    throw new AssertionError("nothing is removed here");
  }

  @Override
  public boolean removeUntagged(String imageId) {
    throw new AssertionError("nothing is removed here");
  }

  @Override
  public boolean nameUntagged(String imageId, CacheReference reference) {
    throw new AssertionError("nothing is named here");
  }

  @Override
  public void restoreReference(String imageId, String reference) {
    throw new AssertionError("nothing is removed here");
  }

  @Override
  public InstallRuntime installRuntime() {
    throw new AssertionError("nothing is installed here");
  }

  @Override
  public void close() {}
}
