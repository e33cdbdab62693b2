package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.ImageChanges;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images that an engine has at the moment they are asked for, as far as that matters for who
 * was made from whom: every image that somebody was told of before is among them, and some may be
 * gone. One full list is enough, since an image's parent never changes: afterwards only new images
 * are looked at, those that the engine has announced or, where it announces none, those made since.
 * Thread-safe.
 */
final class FreshCatalog implements Supplier<Catalog>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FreshCatalog.class);

  private final ContainerEngine engine;
  private final Supplier<Catalog> list;
  private final Clock clock;
  private final EngineLook look;
  private final AtomicLong asked = new AtomicLong();
  private final Set<String> announced = new LinkedHashSet<>();
  private boolean missedEvents = true;
  private ContainerEngine.Subscription subscription = () -> {};
  private long answeredUpTo;
  private Instant listed = Instant.EPOCH;
  private Catalog catalog;

  /**
   * Lists the engine's images.
   *
   * @param list makes a full list
   * @throws EngineException when the engine refuses or is gone
   */
  FreshCatalog(ContainerEngine engine, Supplier<Catalog> list, Clock clock) {
    this.engine = engine;
    this.list = list;
    this.clock = clock;
    this.look = new EngineLook(engine);
    this.catalog = Catalog.empty(engine.description().naming());
    var _ = get();
  }

  /**
   * The images now. One look serves all who asked before it began.
   *
   * @throws EngineException when the engine refuses or is gone
   */
  @Override
  public Catalog get() {
    long mine = asked.incrementAndGet();
    synchronized (this) {
      if (answeredUpTo < mine) {
        long upTo = asked.get();
        lookAgain();
        answeredUpTo = upTo;
      }
      return catalog;
    }
  }

  @Override
  public void close() {
    ContainerEngine.Subscription open;
    synchronized (this) {
      open = subscription;
    }
    open.close();
  }

  private void lookAgain() {
    if (takeMissedEvents()) {
      listenAndList();
    } else if (engine.announcesImages()) {
      Set<String> names = takeAnnounced();
      catalog.snapshot().images().forEach(known -> names.remove(known.id()));
      if (!names.isEmpty()) {
        add(lookAt(names));
      }
    } else {
      add(madeSince());
    }
  }

  private List<EngineImage> lookAt(Set<String> names) {
    List<EngineImage> found = new ArrayList<>();
    try {
      look.at(names).values().forEach(image -> image.ifPresent(found::add));
    } catch (EngineException e) {
      missEvents();
      throw e;
    }
    return found;
  }

  /** Listening comes before listing, so that nothing can appear unseen in between. */
  private void listenAndList() {
    try {
      if (engine.announcesImages()) {
        subscription.close();
        subscription = engine.subscribe(new Listener());
      }
      listed = clock.instant();
      catalog = list.get();
    } catch (EngineException e) {
      missEvents();
      throw e;
    }
  }

  /** Nothing but new images is newer than the newest known one; dates to come say nothing. */
  private List<EngineImage> madeSince() {
    List<EngineImage> newestFirst = new ArrayList<>(catalog.snapshot().images());
    newestFirst.removeIf(image -> age(image).isAfter(listed));
    newestFirst.sort(Comparator.comparing(FreshCatalog::age).reversed());
    for (EngineImage newest : newestFirst) {
      try {
        return engine.imagesMadeAfter(newest.id());
      } catch (ImageNotFoundException _) {
        forget(newest);
      }
    }
    return list.get().snapshot().images();
  }

  private static Instant age(EngineImage image) {
    return image.createdAt().orElse(Instant.EPOCH);
  }

  private void forget(EngineImage gone) {
    publish(catalog.snapshot().images().stream().filter(i -> !i.id().equals(gone.id())).toList());
  }

  private void add(List<EngineImage> found) {
    Set<String> known = new HashSet<>();
    catalog.snapshot().images().forEach(image -> known.add(image.id()));
    if (found.stream().anyMatch(image -> !known.contains(image.id()))) {
      ImageChanges changes = new ImageChanges(catalog.snapshot().images());
      found.forEach(image -> changes.apply(image.id(), Optional.of(image)));
      publish(changes.images());
    }
  }

  private void publish(List<EngineImage> images) {
    EngineSnapshot snapshot = catalog.snapshot().withImages(images);
    catalog = Catalog.of(snapshot);
  }

  private Set<String> takeAnnounced() {
    synchronized (announced) {
      Set<String> taken = new LinkedHashSet<>(announced);
      announced.clear();
      return taken;
    }
  }

  private boolean takeMissedEvents() {
    synchronized (announced) {
      boolean missed = missedEvents;
      missedEvents = false;
      return missed;
    }
  }

  private void missEvents() {
    synchronized (announced) {
      missedEvents = true;
    }
  }

  private final class Listener implements EngineEventListener {
    @Override
    public void onEvent(EngineEvent event) {
      switch (event) {
        case EngineEvent.ImageChanged(String referenceOrId) -> {
          synchronized (announced) {
            announced.add(referenceOrId);
          }
        }
        case EngineEvent.SomeImageChanged() -> missEvents();
        case EngineEvent.ContainerChanged _, EngineEvent.ContainerBegan _ -> {
          // The engine refuses by itself to remove what a container uses.
        }
      }
    }

    @Override
    public void onBreak(EngineException cause) {
      LOG.warn("events are missed, so the images are listed again", cause);
      missEvents();
    }
  }
}
