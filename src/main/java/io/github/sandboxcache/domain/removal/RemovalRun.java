package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.removal.RemovalOutcomes.Outcome;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a remover: looks each image over again, removes its references, keeps the outcome. */
final class RemovalRun {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalRun.class);

  private final ContainerEngine engine;
  private final SecondLook look;
  private final Optional<Consumer<CachedImage>> archiving;
  private final RemovalJournal<CachedImage> journal;
  private final RemovalOutcomes outcomes;
  private final Cancellation cancellation;
  private final AtomicInteger unansweredInARow = new AtomicInteger();

  RemovalRun(
      ContainerEngine engine,
      SecondLook look,
      Optional<Consumer<CachedImage>> archiving,
      RemovalJournal<CachedImage> journal,
      RemovalOutcomes outcomes,
      Cancellation cancellation) {
    this.engine = engine;
    this.look = look;
    this.archiving = archiving;
    this.journal = journal;
    this.outcomes = outcomes;
    this.cancellation = cancellation;
  }

  /**
   * Removes what is planned of one image, name after name: engines lose count of an image's names
   * when two of them are removed at once.
   */
  void remove(List<CachedImage> namesOfOneImage) {
    namesOfOneImage.forEach(this::remove);
  }

  private void remove(CachedImage image) {
    if (cancellation.isCancelled()) {
      return;
    }
    Outcome outcome;
    try {
      outcome = attempt(image);
    } catch (EngineException | PinsException e) {
      LOG.info("{} was not removed", image.reference(), e);
      outcome = new Outcome.Failed(words(e));
    } catch (RuntimeException | Error e) {
      LOG.error("{} was not removed because of an unexpected error", image.reference(), e);
      outcome = new Outcome.Failed(e.toString());
    }
    outcomes.put(image, outcome);
    outcome.tell(journal, image);
  }

  private Outcome attempt(CachedImage image) {
    if (unansweredInARow.get() >= Remover.CONCURRENCY) {
      // Each further question would be waited for in vain, a minute long.
      return new Outcome.Failed(outcomes.lastUnanswered());
    }
    try {
      Optional<KeepReason> reason = look.reasonToKeep(image);
      unansweredInARow.set(0);
      if (reason.isEmpty() && archiving.isPresent()) {
        // That may take minutes, so that what was seen before counts no more.
        archiving.get().accept(image);
        reason = look.reasonToKeep(image);
      }
      if (reason.isPresent()) {
        return new Outcome.Kept(reason.get());
      }
    } catch (ArchiveException e) {
      LOG.info("{} is not removed, for it cannot be archived", image.reference(), e);
      return new Outcome.Kept(new KeepReason.NotArchived(e.trouble()));
    } catch (CancellationException _) {
      return new Outcome.Kept(new KeepReason.Cancelled());
    } catch (EngineUnreachableException e) {
      unanswered(e);
      throw e;
    }
    if (cancellation.isCancelled()) {
      return new Outcome.Kept(new KeepReason.Cancelled());
    }
    journal.asking(image);
    outcomes.asking(image);
    return ask(image);
  }

  private Outcome ask(CachedImage image) {
    try {
      boolean deleted = engine.removeReference(image.engineReference());
      return deleted ? new Outcome.Removed() : giveBackWhenNeeded(image);
    } catch (ImageNotFoundException _) {
      // It was there a moment ago. When the connection breaks after the deed, the client asks once
      // more, and this is the answer to that.
      return new Outcome.Removed();
    } catch (EngineException e) {
      return afterError(image, e);
    }
  }

  /**
   * An engine that takes the last name and keeps the image does so for a child, made after our look
   * at it. Such an image gets its name back: nobody could find it otherwise.
   */
  private Outcome giveBackWhenNeeded(CachedImage image) {
    Optional<EngineImage> left = engine.image(image.image().id());
    if (left.isEmpty()
        || !left.get().references().isEmpty()
        || engine.image(image.engineReference()).isPresent()) {
      return new Outcome.Removed();
    }
    engine.restoreReference(image.image().id(), image.engineReference());
    LOG.info("{} has its name back: another image was made from it meanwhile", image.reference());
    return new Outcome.Kept(look.reasonToKeep(image).orElseGet(KeepReason.Changed::new));
  }

  /** An error may come after the deed, so that only another look tells what happened. */
  private Outcome afterError(CachedImage image, EngineException error) {
    Optional<EngineImage> now;
    try {
      now = engine.image(image.engineReference());
    } catch (EngineException e) {
      error.addSuppressed(e);
      LOG.info("it is not known whether {} was removed", image.reference(), error);
      if (e instanceof EngineUnreachableException unreachable) {
        unanswered(unreachable);
      }
      return new Outcome.Unknown(words(error));
    }
    if (now.isEmpty()) {
      LOG.info("{} was removed, although the engine told an error", image.reference(), error);
      return new Outcome.Removed();
    }
    if (!now.get().id().equals(image.image().id())) {
      return new Outcome.Kept(new KeepReason.Changed());
    }
    List<String> users =
        error instanceof ImageInUseException ? usersAfter(error, image) : List.of();
    if (!users.isEmpty()) {
      return new Outcome.Kept(new KeepReason.InUse(users));
    }
    LOG.info("{} was not removed", image.reference(), error);
    return new Outcome.Failed(words(error));
  }

  private List<String> usersAfter(EngineException error, CachedImage image) {
    try {
      return look.users(image);
    } catch (EngineException e) {
      error.addSuppressed(e);
      return List.of();
    }
  }

  private void unanswered(EngineUnreachableException e) {
    outcomes.unanswered(words(e));
    int _ = unansweredInARow.incrementAndGet();
  }

  private static String words(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }
}
