package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan.KeptOrphan;
import io.github.sandboxcache.domain.removal.OrphanReport.Trouble;
import io.github.sandboxcache.domain.removal.RemovalOutcomes.Outcome;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes images without a name, one after the other. Looks at each again just before: it stays
 * when it has a name by now, when a container or another image needs it, or when the engine does
 * not say so. A failure of one never stops the others.
 */
public final class OrphanRemover {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanRemover.class);

  private final ContainerEngine engine;
  private final Supplier<Catalog> latest;
  private final RemovalJournal<Orphan> journal;
  private final Clock clock;

  /**
   * Creates a remover for one engine.
   *
   * @param latest what the engine has now, asked for each image; includes children made since the
   *     plan
   * @param journal told of each removal before the engine is
   */
  public OrphanRemover(
      ContainerEngine engine,
      Supplier<Catalog> latest,
      RemovalJournal<Orphan> journal,
      Clock clock) {
    this.engine = engine;
    this.latest = latest;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Removes what the plan names and nothing else. Waits until everything is done; never throws
   * because of a single image.
   *
   * @param cancellation keeps all images whose turn has not come
   */
  public OrphanReport remove(
      OrphanPlan plan, ProgressListener listener, Cancellation cancellation) {
    List<Orphan> removed = new ArrayList<>();
    List<KeptOrphan> kept = new ArrayList<>(plan.kept());
    List<Trouble> failed = new ArrayList<>();
    List<Trouble> unknown = new ArrayList<>();
    Optional<String> unanswered = Optional.empty();
    int done = 0;
    for (Orphan orphan : plan.removals()) {
      Outcome outcome;
      try {
        outcome =
            cancellation.isCancelled()
                ? new Outcome.Kept(new KeepReason.Cancelled())
                // Each further question would be waited for in vain, a minute long.
                : unanswered.<Outcome>map(Outcome.Failed::new).orElseGet(() -> attempt(orphan));
      } catch (EngineUnreachableException e) {
        LOG.info("{} was not removed", orphan.id(), e);
        outcome = new Outcome.Failed(words(e));
        unanswered = Optional.of(words(e));
      }
      outcome.tell(journal, orphan);
      switch (outcome) {
        case Outcome.Removed() -> removed.add(orphan);
        case Outcome.Kept(KeepReason reason) -> kept.add(new KeptOrphan(orphan, reason));
        case Outcome.Failed(String reason) -> failed.add(new Trouble(orphan, reason));
        case Outcome.Unknown(String reason) -> {
          unknown.add(new Trouble(orphan, reason));
          unanswered = Optional.of(reason);
        }
      }
      listener.onProgress(
          Progress.of("remove", orphan.shortId(), (double) ++done / plan.removals().size()));
    }
    return new OrphanReport(
        removed, kept, failed, unknown, plan.freedBy(removed), OptionalLong.empty());
  }

  private Outcome attempt(Orphan orphan) {
    try {
      Optional<KeepReason> reason = reasonToKeep(orphan);
      return reason.isPresent() ? new Outcome.Kept(reason.get()) : ask(orphan);
    } catch (EngineUnreachableException e) {
      throw e;
    } catch (EngineException e) {
      LOG.info("{} was not removed", orphan.id(), e);
      return new Outcome.Failed(words(e));
    } catch (RuntimeException e) {
      LOG.error("{} was not removed because of an unexpected error", orphan.id(), e);
      return new Outcome.Failed(e.toString());
    }
  }

  private Outcome ask(Orphan orphan) {
    journal.asking(orphan);
    try {
      if (engine.removeUntagged(orphan.id())) {
        return new Outcome.Removed();
      }
    } catch (EngineException e) {
      return afterError(orphan, e);
    }
    return stillThere(orphan)
        ? new Outcome.Kept(reasonToKeep(orphan).orElseGet(KeepReason.Changed::new))
        : new Outcome.Removed();
  }

  /** An error may come after the deed, so that only another look tells what happened. */
  private Outcome afterError(Orphan orphan, EngineException error) {
    try {
      if (!stillThere(orphan)) {
        LOG.info("{} was removed, although the engine told an error", orphan.id(), error);
        return new Outcome.Removed();
      }
      Optional<KeepReason> reason = reasonToKeep(orphan);
      if (reason.isPresent()) {
        return new Outcome.Kept(reason.get());
      }
    } catch (EngineException e) {
      error.addSuppressed(e);
      if (e instanceof EngineUnreachableException) {
        LOG.info("it is not known whether {} was removed", orphan.id(), error);
        return new Outcome.Unknown(words(error));
      }
    }
    LOG.info("{} was not removed", orphan.id(), error);
    return new Outcome.Failed(words(error));
  }

  private boolean stillThere(Orphan orphan) {
    return engine.image(orphan.id()).isPresent();
  }

  private Optional<KeepReason> reasonToKeep(Orphan orphan) {
    Optional<EngineImage> now = engine.image(orphan.id());
    if (now.isEmpty()) {
      return Optional.of(new KeepReason.AlreadyGone());
    }
    if (!now.get().references().isEmpty()) {
      return Optional.of(new KeepReason.Named(now.get().references()));
    }
    if (OrphanPlan.isPerhapsBeingSaved(now.get(), clock.instant())) {
      return Optional.of(new KeepReason.BeingSaved());
    }
    return reasonInFamily(now.get()).or(() -> reasonInContainers(orphan));
  }

  private Optional<KeepReason> reasonInFamily(EngineImage image) {
    ImageFamily family = ImageFamily.of(latest.get().snapshot());
    List<EngineImage> children = existing(family.children(image.id()));
    if (!children.isEmpty()) {
      return Optional.of(
          new KeepReason.ParentOf(
              family.names(children, reference -> engine.image(reference).isPresent())));
    }
    return family
        .parentAtRisk(image)
        .filter(parent -> existing(family.children(parent.id())).size() < 2)
        .map(parent -> new KeepReason.LastChildOf(ImageFamily.shortId(parent.id())));
  }

  /** Asked last, so that as little time as can be is between this look and the removal. */
  private Optional<KeepReason> reasonInContainers(Orphan orphan) {
    List<EngineContainer> containers = engine.containers();
    List<String> users =
        containers.stream()
            .filter(container -> container.imageId().equals(orphan.id()))
            .map(EngineContainer::name)
            .sorted()
            .toList();
    if (!users.isEmpty()) {
      return Optional.of(new KeepReason.InUse(users));
    }
    return containers.stream().anyMatch(container -> container.imageId().isEmpty())
        ? Optional.of(new KeepReason.UsesUnknown())
        : Optional.empty();
  }

  private List<EngineImage> existing(List<EngineImage> images) {
    return images.stream().flatMap(image -> engine.image(image.id()).stream()).toList();
  }

  private static String words(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }
}
