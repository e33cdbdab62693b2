package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage.ToMove;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemotePrune.Removal;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.domain.registry.TeamCache.Listing;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.registry.TransferReport.Direction;
import io.github.sandboxcache.domain.registry.TransferReport.Transfer;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactRecorder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The cache of one engine and a team's cache in a registry: what moves between them and what is
 * there. Every method waits for engine and registry. Thread-safe.
 */
public final class Transfers {
  /** More would be too many for a registry that counts who asks how often. */
  private static final int LOOKS_AT_ONCE = 8;

  private final ContainerEngine engine;
  private final ImageRegistry registry;
  private final TransferNotes notes;
  private final PassingNames names;
  private final Inspector inspector;
  private final FactRecorder recorder;
  private final EngineJournal journal;
  private final Clock clock;
  private volatile Optional<Listing> lastListing = Optional.empty();

  Transfers(
      ContainerEngine engine,
      ImageRegistry registry,
      TransferNotes notes,
      PassingNames names,
      Inspector inspector,
      FactRecorder recorder,
      EngineJournal journal,
      Clock clock) {
    this.engine = engine;
    this.registry = registry;
    this.notes = notes;
    this.names = names;
    this.inspector = inspector;
    this.recorder = recorder;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Sends images to a registry, one after the other. One that fails never stops the others.
   *
   * @param catalog gives all images of the engine; asked for each image that has to be looked into
   * @param withSessionFiles whether files of a session are no reason not to send an image
   * @param origin from where it is started
   * @param listener told of the steps {@code read} and {@code push}
   * @throws CancellationException when it was cancelled before any was done
   */
  public TransferReport push(
      List<CacheReference> images,
      RegistryAddress address,
      Supplier<Catalog> catalog,
      boolean withSessionFiles,
      Origin origin,
      ProgressListener listener,
      Cancellation cancellation) {
    Pushing pushing = new Pushing(engine, registry, names, inspector, catalog, withSessionFiles);
    Catalog known = catalog.get();
    List<ToMove> planned =
        images.stream()
            .map(image -> new ToMove(image, known.find(image).flatMap(CachedImage::packages)))
            .toList();
    try (NotedTransfers noted =
        new NotedTransfers(
            journal.beginMoving(OperationKind.PUSH, origin, address, planned), clock)) {
      return each(Direction.PUSH, images, address, noted, pushing::push, listener, cancellation);
    }
  }

  /**
   * Gets images from a registry, one after the other. One that fails never stops the others.
   *
   * @param origin from where it is started
   * @param listener told of the steps {@code pull} and {@code prove}
   * @throws CancellationException when it was cancelled before any was done
   */
  public TransferReport pull(
      List<CacheReference> images,
      RegistryAddress address,
      Origin origin,
      ProgressListener listener,
      Cancellation cancellation) {
    Pulling pulling = new Pulling(engine, registry, names, notes, inspector, recorder, clock);
    List<ToMove> planned =
        images.stream().map(image -> new ToMove(image, Optional.empty())).toList();
    try (NotedTransfers noted =
        new NotedTransfers(
            journal.beginMoving(OperationKind.PULL, origin, address, planned), clock)) {
      return each(Direction.PULL, images, address, noted, pulling::pull, listener, cancellation);
    }
  }

  /** Moves one image. */
  private interface Move {
    TransferOutcome of(
        RemoteReference reference, ProgressListener listener, Cancellation cancellation);
  }

  private TransferReport each(
      Direction direction,
      List<CacheReference> images,
      RegistryAddress address,
      NotedTransfers noted,
      Move move,
      ProgressListener listener,
      Cancellation cancellation) {
    String step = direction == Direction.PUSH ? "push" : "pull";
    List<Transfer> done = new ArrayList<>();
    for (CacheReference image : images) {
      PartOfWhole part = new PartOfWhole(listener, step, done.size(), images.size());
      listener.onLine(image.toString());
      try {
        RemoteReference reference = new RemoteReference(address, image);
        TransferOutcome outcome =
            noted.move(
                image,
                () -> {
                  TransferOutcome moved = moved(reference, move, part, cancellation);
                  note(reference, moved);
                  return moved;
                });
        done.add(new Transfer(image, outcome));
      } catch (CancellationException e) {
        if (done.isEmpty()) {
          throw e;
        }
        return new TransferReport(
            direction, address, done, images.subList(done.size(), images.size()));
      }
    }
    return new TransferReport(direction, address, done, List.of());
  }

  private static TransferOutcome moved(
      RemoteReference reference, Move move, ProgressListener part, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    try {
      return move.of(reference, part, cancellation);
    } catch (EngineException e) {
      return new TransferOutcome.Failed(new TransferProblem.Engine(String.valueOf(e.getMessage())));
    } catch (RegistryException e) {
      return new TransferOutcome.Failed(new TransferProblem.Registry(e.kind(), e.words()));
    }
  }

  /** What came has been noted together with where it came from. */
  private void note(RemoteReference reference, TransferOutcome outcome) {
    switch (outcome) {
      case TransferOutcome.Pushed _, TransferOutcome.AlreadyThere _ ->
          notes.seen(reference, clock.instant());
      case TransferOutcome.Failed(TransferProblem.NotThere _) -> gone(reference);
      case TransferOutcome.Failed _, TransferOutcome.Pulled _, TransferOutcome.AlreadyHere _ -> {}
    }
  }

  private void gone(RemoteReference reference) {
    notes.gone(reference);
    lastListing =
        lastListing.map(
            last ->
                last.registry().equals(reference.registry())
                    ? last.without(reference.image())
                    : last);
  }

  /**
   * The cached images that a registry has, in the order of languages, without looking at any.
   *
   * @throws RegistryException when it does not answer
   */
  public List<CacheReference> references(
      RegistryAddress address, Collection<Language> languages, Cancellation cancellation) {
    Instant asked = clock.instant();
    List<CacheReference> there = registry.references(address, languages, cancellation);
    if (languages.containsAll(Language.KNOWN)) {
      lastListing = Optional.of(new Listing(address, asked, Set.copyOf(there)));
    }
    return there;
  }

  /**
   * Looks at those images in a registry, some at once, as they are for any platform; what is gone
   * by then is left out.
   *
   * @param listener told of the step {@code remote}
   * @throws RegistryException when it does not answer
   */
  public List<RemoteImage> look(
      List<CacheReference> images,
      RegistryAddress address,
      ProgressListener listener,
      Cancellation cancellation) {
    List<RemoteImage> found = new ArrayList<>();
    Cancellation own = new Cancellation();
    try (var _ = cancellation.onCancel(own::cancel);
        ExecutorService workers =
            Executors.newFixedThreadPool(LOOKS_AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Optional<RemoteImage>>> looks =
          images.stream()
              .map(image -> new RemoteReference(address, image))
              .map(each -> workers.submit(() -> registry.find(each, Optional.empty(), own)))
              .toList();
      try {
        for (int i = 0; i < looks.size(); i++) {
          listener.onProgress(Progress.of("remote", "", (double) i / looks.size()));
          answer(looks.get(i)).ifPresent(found::add);
        }
      } finally {
        // Whoever waits for nothing more lets the registry alone.
        own.cancel();
      }
    }
    return found;
  }

  private static Optional<RemoteImage> answer(Future<Optional<RemoteImage>> look) {
    try {
      return look.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException("a look at a registry ended unexpectedly", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a look at a registry was interrupted", e);
    }
  }

  /**
   * Removes images from a registry, one after the other. Each is looked at again just before: one
   * that is another by now stays. The registry deletes by digest, so that nothing else is lost. A
   * registry that deletes nothing at all is not asked again and again.
   *
   * @param listener told of the step {@code remove}
   * @return what became of each that was begun
   */
  public List<Removal> remove(
      List<RemoteImage> images, ProgressListener listener, Cancellation cancellation) {
    List<Removal> done = new ArrayList<>();
    Optional<TransferProblem> never = Optional.empty();
    for (RemoteImage image : images) {
      if (cancellation.isCancelled()) {
        break;
      }
      listener.onProgress(
          Progress.of(
              "remove", image.reference().toString(), (double) done.size() / images.size()));
      Optional<TransferProblem> problem =
          never.isPresent() ? never : whyNotRemoved(image, cancellation);
      never =
          problem.filter(
              why ->
                  why instanceof TransferProblem.Registry(Kind kind, var _)
                      && kind == Kind.NOT_SUPPORTED);
      done.add(new Removal(image, problem));
    }
    return done;
  }

  private Optional<TransferProblem> whyNotRemoved(RemoteImage image, Cancellation cancellation) {
    try {
      Optional<RemoteImage> now = registry.find(image.reference(), Optional.empty(), cancellation);
      if (now.filter(found -> !found.digest().equals(image.digest())).isPresent()) {
        return Optional.of(new TransferProblem.ChangedThere());
      }
      if (now.isPresent()) {
        // What is gone between the two is gone as wished.
        boolean _ = registry.delete(image.reference(), image.digest(), cancellation);
      }
      gone(image.reference());
      return Optional.empty();
    } catch (RegistryException e) {
      return Optional.of(new TransferProblem.Registry(e.kind(), e.words()));
    } catch (CancellationException _) {
      return Optional.of(new TransferProblem.Registry(Kind.UNREACHABLE, "cancelled"));
    }
  }

  /**
   * Checks that there is a registry which lets this user in.
   *
   * @throws RegistryException when not
   */
  public void check(RegistryAddress address, Cancellation cancellation) {
    registry.check(address, cancellation);
  }

  /**
   * What is known of a team's cache, and where images of this engine came from. Waits for the disk
   * alone: no registry is asked.
   *
   * @param address the team's registry, if it has one
   */
  public TeamCache known(Optional<RegistryAddress> address) {
    String endpoint = engine.description().endpoint();
    return TeamCache.of(
        notes.allPulled().stream().filter(each -> each.endpoint().equals(endpoint)).toList(),
        address,
        notes.allSeen(),
        lastListing);
  }

  /** Takes away the names that killed processes left on images. Logs failures. */
  public void tidy() {
    names.tidy();
  }
}
