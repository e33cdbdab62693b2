package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An engine in memory that does what a test says, when it says so: calls fail or are held, events
 * are told or not, the stream breaks off. It writes down what it was asked.
 */
final class ScriptedEngine implements ContainerEngine {
  private final Map<String, EngineImage> images =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<EngineContainer> containers = new CopyOnWriteArrayList<>();
  private final Map<String, ContainerLife> lives = new ConcurrentHashMap<>();
  private final Set<String> brokenContainers = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final List<EngineEventListener> listeners = new CopyOnWriteArrayList<>();

  ScriptedEngine(EngineImage... held) {
    put(held);
  }

  /** Where a call waits, once it has its answer. */
  static final class Gate {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    void awaitArrival() throws InterruptedException {
      assertThat(arrived.await(1, TimeUnit.MINUTES)).as("the call came").isTrue();
    }

    void open() {
      open.countDown();
    }

    /** Waits here until it is opened. */
    void pass() {
      arrived.countDown();
      try {
        assertThat(open.await(1, TimeUnit.MINUTES)).as("the call was let go").isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Takes images in, or in another form, without a word. */
  void put(EngineImage... held) {
    for (EngineImage image : held) {
      images.put(image.id(), image);
    }
  }

  /** Lets an image go without a word. */
  void drop(String id) {
    images.remove(id);
  }

  void put(EngineContainer container) {
    containers.add(container);
  }

  /** The next calls of that kind fail, as if nobody answered. */
  void fail(String call, int times) {
    failures.put(call, new AtomicInteger(times));
  }

  /** In one step: several threads may call at once, and no more than asked for may fail. */
  private boolean isToFail(String call) {
    AtomicInteger left = failures.get(call);
    return left != null && left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
  }

  /** Every call of that kind about that image is refused. */
  void refuse(String call, String imageId) {
    refused.add(call + imageId);
  }

  /** The next call of that kind gets the answer of then, and waits with it. */
  Gate hold(String call) {
    Gate gate = new Gate();
    gates.put(call, gate);
    return gate;
  }

  void tellImage(String referenceOrId) {
    tell(new EngineEvent.ImageChanged(referenceOrId));
  }

  void tell(EngineEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }

  /** The stream of events ends. */
  void breakOff() {
    List<EngineEventListener> heard = List.copyOf(listeners);
    listeners.clear();
    heard.forEach(listener -> listener.onBreak(unreachable("broken pipe")));
  }

  /** What it was asked, in order: the call, and the image's name where there is one. */
  List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  long count(String call) {
    return calls().stream().filter(call::equals).count();
  }

  /** How many listen to its events. */
  int listeners() {
    return listeners.size();
  }

  private <T> T answer(String call, String detail, Supplier<T> answer) {
    calls.add(call + detail);
    failIfTold(call);
    T result = answer.get();
    pass(call);
    return result;
  }

  private void pass(String call) {
    Gate gate = gates.remove(call);
    if (gate != null) {
      gate.pass();
    }
  }

  private void failIfTold(String call) {
    if (isToFail(call)) {
      pass(call);
      throw unreachable("it was told to fail");
    }
  }

  private static EngineUnreachableException unreachable(String why) {
    return new EngineUnreachableException("unix:///scripted", why, null);
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        "Docker", "28", "1.47", "unix:///scripted", "test", ReferenceNaming.DOCKER, false);
  }

  @Override
  public List<EngineImage> images() {
    return answer("images", "", this::held);
  }

  private List<EngineImage> held() {
    synchronized (images) {
      return List.copyOf(images.values());
    }
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    return answer(
        "image",
        " " + referenceOrId,
        () ->
            held().stream()
                .filter(
                    image ->
                        image.id().equals(referenceOrId)
                            || image.references().contains(referenceOrId))
                .findFirst());
  }

  @Override
  public EngineDiskUsage diskUsage() {
    return answer("diskUsage", "", () -> EngineDiskUsage.UNKNOWN);
  }

  /** One of 100 bytes that all have in common, and one of its own of as many as its id says. */
  @Override
  public ImageLayers layers(String imageId) {
    return answer(
        "layers",
        "",
        () -> {
          if (!images.containsKey(imageId)) {
            throw new ImageNotFoundException("no such image: " + imageId);
          }
          if (refused.contains("layers" + imageId)) {
            throw new EngineRefusedException(500, "layer does not exist");
          }
          long own = imageId.matches("\\d+") ? Long.parseLong(imageId) : 1;
          return new ImageLayers(
              imageId,
              List.of("common", "layer of " + imageId),
              List.of(
                  new ImageLayers.Step(100, "", Optional.empty()),
                  new ImageLayers.Step(own, "", Optional.empty())),
              OptionalLong.of(100 + own),
              OptionalLong.empty());
        });
  }

  @Override
  public void loadImage(InputStream archive, Cancellation cancellation) {
    throw new AssertionError("nobody loads here");
  }

  /** An archive of nothing. */
  @Override
  public <T> T readArchive(String imageId, ArchiveReader<T> reader, Cancellation cancellation) {
    return answer(
        "readArchive",
        imageId,
        () -> {
          try {
            return reader.read(InputStream.nullInputStream());
          } catch (IOException e) {
            throw new EngineUnreachableException("unix:///engine", "no archive", e);
          }
        });
  }

  @Override
  public List<EngineContainer> containers() {
    return answer("containers", "", () -> List.copyOf(containers));
  }

  /** A container that can be looked at. */
  void live(ContainerLife life) {
    containers.add(life.container());
    lives.put(life.container().id(), life);
  }

  /** A container that is listed, and of which the engine answers nothing but an error. */
  void broken(EngineContainer container) {
    containers.add(container);
    brokenContainers.add(container.id());
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    if (brokenContainers.contains(containerId)) {
      throw new EngineRefusedException(500, "layer does not exist");
    }
    return Optional.ofNullable(lives.get(containerId));
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
  public Subscription subscribe(EngineEventListener listener) {
    return answer(
        "subscribe",
        "",
        () -> {
          listeners.add(listener);
          return () -> listeners.remove(listener);
        });
  }

  @Override
  public void close() {
    listeners.clear();
  }
}
