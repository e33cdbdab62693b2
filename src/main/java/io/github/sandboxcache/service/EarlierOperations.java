package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles, from what the engine has now, what processes did not live to settle, and what the engine
 * left without an answer. Thread-safe.
 */
final class EarlierOperations {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierOperations.class);

  private final ContainerEngine engine;
  private final OperationJournal journal;
  private final JournalName name;
  private final Clock clock;
  private final Consumer<Operation> onInterrupted;

  /**
   * The earlier operations on that engine.
   *
   * @param onInterrupted told, once, of each operation whose process ended before it did, as it has
   *     been settled
   */
  EarlierOperations(
      ContainerEngine engine,
      OperationJournal journal,
      Clock clock,
      Consumer<Operation> onInterrupted) {
    this.engine = engine;
    this.journal = journal;
    this.name = new JournalName(engine, journal);
    this.clock = clock;
    this.onInterrupted = onInterrupted;
  }

  /**
   * Settles what can be settled; logs what cannot, which is tried again at the next call. Nobody
   * may remove meanwhile.
   */
  void settle() {
    try {
      for (Operation operation : journal.unsettled(name.get())) {
        if (operation.ending().isPresent() || !operation.plan().process().isAlive()) {
          settle(operation);
        }
      }
    } catch (UsageLedgerException | EngineException e) {
      LOG.info("what earlier operations came to is not noted yet", e);
    }
  }

  private void settle(Operation operation) {
    List<OperationImage> images = operation.images();
    for (int i = 0; i < images.size(); i++) {
      OperationImage image = images.get(i);
      if (image.state().isOpen()) {
        boolean done = isDone(operation.plan().kind(), image);
        boolean _ =
            journal.settle(
                operation.id(),
                i,
                done ? new ImageState.Done() : notDone(image.state()),
                done ? removal(operation, image).stream().toList() : List.of());
      }
    }
    if (operation.ending().isEmpty()) {
      journal.end(operation.id(), Ending.interrupted(clock.instant()));
      journal.operation(operation.id()).ifPresent(onInterrupted);
    }
  }

  private boolean isDone(OperationKind kind, OperationImage image) {
    Optional<EngineImage> now =
        engine.image(
            kind == OperationKind.NAME_ORPHANS ? image.imageId().orElseThrow() : image.name());
    return switch (kind) {
      case PRUNE, CLEAR, REMOVE, REMOVE_ORPHANS ->
          now.map(EngineImage::id)
              .filter(id -> image.imageId().filter(id::equals).isPresent())
              .isEmpty();
      case INSTALL, PREWARM, RESTORE, PULL -> now.isPresent();
      // What is in a registry is not known here; a push again finds it.
      case PUSH -> false;
      case NAME_ORPHANS -> now.filter(named -> !named.references().isEmpty()).isPresent();
    };
  }

  private static ImageState notDone(ImageState state) {
    return state instanceof ImageState.Unknown(Optional<String> words)
        ? new ImageState.Failed(words)
        : new ImageState.Planned();
  }

  private static Optional<UsageFact> removal(Operation operation, OperationImage image) {
    if (!operation.plan().kind().removes()
        || !(SandboxReference.parse(image.name()).orElse(null)
            instanceof CacheReference reference)) {
      return Optional.empty();
    }
    UsageFact fact =
        UsageFact.of(
                operation.plan().begun(),
                FactKind.REMOVED,
                reference,
                FactSource.app(operation.plan().engine()),
                FactIdentity.random())
            .withBytes(image.bytes());
    UsageFact ofImage = image.imageId().map(fact::withImageId).orElse(fact);
    return Optional.of(
        image
            .packages()
            .filter(names -> isTold(reference, names))
            .map(ofImage::withPackages)
            .orElse(ofImage));
  }

  /** A guess is no fact. */
  private static boolean isTold(CacheReference reference, List<String> packages) {
    return CacheKey.of(reference.language(), packages).tag().equals(reference.tag());
  }
}
