package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An engine that can be told what to do in the middle of a removal, and remembers what it heard.
 */
final class ScriptedEngine implements ContainerEngine {
  private final SampleEngine real;
  private final List<String> removals = new CopyOnWriteArrayList<>();
  private final List<String> looks = new CopyOnWriteArrayList<>();
  private volatile Predicate<String> removal;
  private volatile Function<String, Optional<EngineImage>> look;

  ScriptedEngine(SampleEngine real) {
    this.real = real;
    this.removal = real::removeReference;
    this.look = real::image;
  }

  /** What it does when it is asked to remove a reference. */
  ScriptedEngine onRemoval(Consumer<String> instead) {
    removal =
        reference -> {
          instead.accept(reference);
          return true;
        };
    return this;
  }

  /** It takes the name and keeps the image, since that one was made from it just then. */
  ScriptedEngine onRemovalComesChild(EngineImage child) {
    removal =
        reference -> {
          EngineImage parent = real.image(reference).orElseThrow();
          boolean _ = real.removeReference(reference);
          real.add(parent.withReferences(List.of()));
          real.add(child);
          return false;
        };
    return this;
  }

  /** What it answers when it is asked for an image. */
  ScriptedEngine onLook(Function<String, Optional<EngineImage>> instead) {
    look = instead;
    return this;
  }

  /** From now on it answers nothing. */
  void fallSilent() {
    onRemoval(
        _ -> {
          throw silence();
        });
    onLook(
        _ -> {
          throw silence();
        });
  }

  static EngineUnreachableException silence() {
    return new EngineUnreachableException("unix:///engine", "not a byte", null);
  }

  /** The references it was asked to remove, in that order. */
  List<String> removals() {
    return removals;
  }

  /** The images it was asked for, in that order. */
  List<String> looks() {
    return looks;
  }

  SampleEngine real() {
    return real;
  }

  @Override
  public boolean removeReference(String reference) {
    removals.add(reference);
    return removal.test(reference);
  }

  @Override
  public boolean removeUntagged(String imageId) {
    return real.removeUntagged(imageId);
  }

  @Override
  public boolean nameUntagged(String imageId, CacheReference reference) {
    return real.nameUntagged(imageId, reference);
  }

  @Override
  public void restoreReference(String imageId, String reference) {
    real.restoreReference(imageId, reference);
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    looks.add(referenceOrId);
    return look.apply(referenceOrId);
  }

  @Override
  public EngineDescription description() {
    return real.description();
  }

  @Override
  public List<EngineImage> images() {
    return real.images();
  }

  @Override
  public EngineDiskUsage diskUsage() {
    return real.diskUsage();
  }

  @Override
  public ImageLayers layers(String imageId) {
    return real.layers(imageId);
  }

  @Override
  public void loadImage(InputStream archive, Cancellation cancellation) {
    real.loadImage(archive, cancellation);
  }

  @Override
  public <T> T readArchive(String imageId, ArchiveReader<T> reader, Cancellation cancellation) {
    return real.readArchive(imageId, reader, cancellation);
  }

  @Override
  public List<EngineContainer> containers() {
    return real.containers();
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    return real.containerLife(containerId);
  }

  @Override
  public InstallRuntime installRuntime() {
    return real.installRuntime();
  }

  @Override
  public Subscription subscribe(EngineEventListener listener) {
    return real.subscribe(listener);
  }

  @Override
  public void close() {
    real.close();
  }
}
