package io.github.sandboxcache.removal;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.pins.PinStore;
import io.github.sandboxcache.pins.PinTrouble;
import io.github.sandboxcache.pins.Pins;
import io.github.sandboxcache.pins.PinsException;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineContainer;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.port.ImageInUseException;
import io.github.sandboxcache.port.ImageNotFoundException;
import io.github.sandboxcache.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.removal.RemovalReport.FailedRemoval;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.Progress;
import io.github.sandboxcache.task.ProgressListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a remover: looks each image over again, removes its reference, keeps the outcome. */
final class RemovalRun {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalRun.class);

  private final ContainerEngine engine;
  private final Supplier<Catalog> latest;
  private final PinStore pins;
  private final RemovalPlan plan;
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Object progressLock = new Object();
  private volatile FamilyOf newest;

  RemovalRun(
      ContainerEngine engine,
      Supplier<Catalog> latest,
      PinStore pins,
      RemovalPlan plan,
      ProgressListener listener,
      Cancellation cancellation) {
    this.engine = engine;
    this.latest = latest;
    this.pins = pins;
    this.plan = plan;
    this.listener = listener;
    this.cancellation = cancellation;
    Catalog catalog = latest.get();
    this.newest = new FamilyOf(catalog, ImageFamily.of(catalog.snapshot()));
  }

  private record FamilyOf(Catalog catalog, ImageFamily family) {}

  private sealed interface Outcome {
    record Removed() implements Outcome {}

    record Kept(KeepReason reason) implements Outcome {}

    record Failed(String reason) implements Outcome {}
  }

  void remove(CachedImage image) {
    Outcome outcome;
    try {
      outcome = attempt(image);
    } catch (EngineException | PinsException e) {
      LOG.warn("{} was not removed", image.reference(), e);
      outcome = new Outcome.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} was not removed because of an unexpected error", image.reference(), e);
      outcome = new Outcome.Failed(e.toString());
    }
    synchronized (progressLock) {
      outcomes.put(image.engineReference(), outcome);
      double fraction = (double) outcomes.size() / plan.removals().size();
      listener.onProgress(Progress.of("remove", image.reference().toString(), fraction));
    }
  }

  private Outcome attempt(CachedImage image) {
    Optional<KeepReason> reason =
        cancellation.isCancelled()
            ? Optional.of(new KeepReason.Cancelled())
            : reasonToKeepNow(image);
    if (reason.isPresent()) {
      return new Outcome.Kept(reason.get());
    }
    try {
      engine.removeReference(image.engineReference());
      return new Outcome.Removed();
    } catch (ImageNotFoundException _) {
      return new Outcome.Kept(new KeepReason.AlreadyGone());
    } catch (ImageInUseException e) {
      List<String> users = users(image);
      if (users.isEmpty()) {
        throw e;
      }
      return new Outcome.Kept(new KeepReason.InUse(users));
    }
  }

  private Optional<KeepReason> reasonToKeepNow(CachedImage image) {
    Optional<EngineImage> now = engine.image(image.engineReference());
    if (now.isEmpty()) {
      return Optional.of(new KeepReason.AlreadyGone());
    }
    if (!now.get().id().equals(image.image().id())
        || !now.get().references().contains(image.engineReference())) {
      return Optional.of(new KeepReason.Changed());
    }
    // With its last name the image would go, and that an engine refuses by itself while a container
    // uses it: there is no moment between looking and removing. Of several names it takes any.
    List<String> users = now.get().references().size() > 1 ? users(image) : List.of();
    if (!users.isEmpty()) {
      return Optional.of(new KeepReason.InUse(users));
    }
    List<String> children = childrenLeft(image);
    return children.isEmpty() ? pinnedNow(image) : Optional.of(new KeepReason.ParentOf(children));
  }

  /** Looked at last, so that as little time as can be is between this look and the removal. */
  private Optional<KeepReason> pinnedNow(CachedImage image) {
    Pins now = pins.read();
    if (now instanceof Pins.Unreadable(PinTrouble trouble)) {
      throw new PinsException(trouble);
    }
    return now.isMarked(image.reference())
        ? Optional.of(new KeepReason.Pinned())
        : Optional.empty();
  }

  private List<String> users(CachedImage image) {
    return engine.containers().stream()
        .filter(container -> container.imageId().equals(image.image().id()))
        .map(EngineContainer::name)
        .sorted()
        .toList();
  }

  private List<String> childrenLeft(CachedImage image) {
    ImageFamily family = family();
    String imageId = image.image().id();
    return family.children(imageId).isEmpty()
        ? List.of()
        : family.childrenStaying(imageId, goneImageIds());
  }

  private Set<String> goneImageIds() {
    Set<String> gone = new HashSet<>();
    Set<String> stillThere = new HashSet<>();
    for (CachedImage other : plan.removals()) {
      boolean removed = outcomes.get(other.engineReference()) instanceof Outcome.Removed;
      (removed ? gone : stillThere).add(other.image().id());
    }
    gone.removeAll(stillThere);
    return gone;
  }

  /** Worked out again only when the catalog has changed: it is asked for once per image. */
  @SuppressWarnings("ReferenceEquality")
  private ImageFamily family() {
    Catalog catalog = latest.get();
    FamilyOf known = newest;
    if (known.catalog() != catalog) {
      known = new FamilyOf(catalog, ImageFamily.of(catalog.snapshot()));
      newest = known;
    }
    return known.family();
  }

  RemovalReport report() {
    List<CachedImage> removed =
        plan.removals().stream().filter(i -> outcome(i) instanceof Outcome.Removed).toList();
    List<FailedRemoval> failed =
        plan.removals().stream()
            .flatMap(
                i ->
                    outcome(i) instanceof Outcome.Failed(String reason)
                        ? Stream.of(new FailedRemoval(i, reason))
                        : Stream.empty())
            .toList();
    List<KeptImage> kept = new ArrayList<>(plan.kept());
    for (CachedImage image : plan.removals()) {
      if (outcome(image) instanceof Outcome.Kept(KeepReason reason)) {
        kept.add(new KeptImage(image, reason));
      }
    }
    return new RemovalReport(removed, kept, failed);
  }

  private Outcome outcome(CachedImage image) {
    return outcomes.getOrDefault(
        image.engineReference(), new Outcome.Kept(new KeepReason.Cancelled()));
  }
}
