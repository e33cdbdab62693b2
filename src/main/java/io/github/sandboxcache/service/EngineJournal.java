package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes operations on one engine ahead. What nobody asked for at that moment does not begin when
 * it cannot be written; what somebody did ask for does. Thread-safe.
 */
final class EngineJournal {
  private static final Logger LOG = LoggerFactory.getLogger(EngineJournal.class);

  private final ContainerEngine engine;
  private final JournalName name;
  private final OperationJournal journal;
  private final FactRecorder facts;
  private final ProcessIdentity process;
  private final Clock clock;

  /**
   * The journal of that engine.
   *
   * @param facts takes down that images are gone when the journal cannot
   * @param process who does what is written
   */
  EngineJournal(
      ContainerEngine engine,
      OperationJournal journal,
      FactRecorder facts,
      ProcessIdentity process,
      Clock clock) {
    this.engine = engine;
    this.name = new JournalName(engine, journal);
    this.journal = journal;
    this.facts = facts;
    this.process = process;
    this.clock = clock;
  }

  /**
   * Begins a removal.
   *
   * @param catalog all that the engine has
   * @throws UsageLedgerException when an automatic one cannot be written ahead
   */
  RunningOperation<CachedImage> begin(RemovalPlan plan, Catalog catalog, Origin origin) {
    Catalog measured = catalog.with(plan.layers());
    return begin(
        plan(OperationKind.of(plan.policy()), origin, rule(plan.policy()), exact(plan.frees())),
        plan.removals().stream()
            .<PlannedImage>map(
                image ->
                    new PlannedImage.ToRemove(
                        ImageRecipe.of(measured.find(image.reference()).orElse(image), measured),
                        exact(plan.ownBytes(image))))
            .toList(),
        new RunningOperation.Subject<>(
            plan.removals(), CachedImage::engineReference, image -> Optional.of(removal(image))));
  }

  /**
   * Begins a removal of what failed saves left.
   *
   * @throws UsageLedgerException when an automatic one cannot be written ahead
   */
  RunningOperation<Orphan> begin(OrphanPlan plan, Origin origin) {
    return begin(
        plan(OperationKind.REMOVE_ORPHANS, origin, Optional.empty(), exact(plan.frees())),
        plan.removals().stream()
            .<PlannedImage>map(
                orphan ->
                    new PlannedImage.Nameless(
                        orphan.id(), exact(Orphans.bytes(List.of(orphan), plan.layers()))))
            .toList(),
        nameless(plan.removals()));
  }

  /** Begins to name what failed saves left. */
  RunningOperation<Orphan> beginNaming(List<Orphan> orphans, Origin origin) {
    return begin(
        plan(OperationKind.NAME_ORPHANS, origin, Optional.empty(), OptionalLong.empty()),
        orphans.stream()
            .<PlannedImage>map(
                orphan -> new PlannedImage.Nameless(orphan.id(), OptionalLong.empty()))
            .toList(),
        nameless(orphans));
  }

  /**
   * Begins to make images.
   *
   * @throws UsageLedgerException when an automatic operation cannot be written ahead
   */
  RunningOperation<CacheReference> begin(
      OperationKind kind, Origin origin, List<PlannedImage.ToMake> images) {
    return begin(
        plan(kind, origin, Optional.empty(), OptionalLong.empty()),
        List.copyOf(images),
        new RunningOperation.Subject<>(
            images.stream().map(PlannedImage.ToMake::reference).toList(),
            CacheReference::toString,
            _ -> Optional.empty()));
  }

  /**
   * Begins to move images to or from a registry.
   *
   * @throws UsageLedgerException when an automatic operation cannot be written ahead
   */
  RunningOperation<CacheReference> beginMoving(
      OperationKind kind,
      Origin origin,
      RegistryAddress registry,
      List<PlannedImage.ToMove> images) {
    return begin(
        new OperationPlan(
            kind,
            origin,
            engine.description().endpoint(),
            process,
            clock.instant(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.of(registry)),
        List.copyOf(images),
        new RunningOperation.Subject<>(
            images.stream().map(PlannedImage.ToMove::reference).toList(),
            CacheReference::toString,
            _ -> Optional.empty()));
  }

  private static RunningOperation.Subject<Orphan> nameless(List<Orphan> orphans) {
    return new RunningOperation.Subject<>(orphans, Orphan::id, _ -> Optional.empty());
  }

  private <I> RunningOperation<I> begin(
      OperationPlan plan, List<PlannedImage> images, RunningOperation.Subject<I> subject) {
    OptionalLong id = OptionalLong.empty();
    try {
      id = OptionalLong.of(journal.begin(plan, images));
      String _ = name.get();
    } catch (UsageLedgerException e) {
      if (plan.origin() == Origin.AUTOMATIC) {
        throw e;
      }
      LOG.warn("an operation is not written ahead: {}", e.getMessage(), e);
    }
    return new RunningOperation<>(journal, facts, id, subject);
  }

  private OperationPlan plan(
      OperationKind kind,
      Origin origin,
      Optional<RemovalPolicy.Prune> rule,
      OptionalLong announced) {
    return new OperationPlan(
        kind, origin, engine.description().endpoint(), process, clock.instant(), rule, announced);
  }

  private static Optional<RemovalPolicy.Prune> rule(RemovalPolicy policy) {
    return switch (policy) {
      case RemovalPolicy.Rule rule -> Optional.of(RemovalPolicy.Prune.by(rule));
      case RemovalPolicy.Prune prune -> Optional.of(prune);
      case RemovalPolicy.Everything _, RemovalPolicy.Chosen _ -> Optional.empty();
    };
  }

  /** A number of bytes that is known to the byte. */
  static OptionalLong exact(Optional<ByteCount> bytes) {
    return bytes
        .filter(ByteCount::exact)
        .map(count -> OptionalLong.of(count.bytes()))
        .orElseGet(OptionalLong::empty);
  }

  private UsageFact removal(CachedImage removed) {
    UsageFact fact =
        UsageFact.of(
                clock.instant(),
                FactKind.REMOVED,
                removed.reference(),
                FactSource.app(engine.description().endpoint()),
                FactIdentity.random())
            .withImageId(removed.image().id())
            .withBytes(removed.image().sizeBytes());
    return removed
        .asked()
        .filter(asked -> asked.from() != PackagesFrom.GUESS)
        .map(asked -> fact.withPackages(asked.names()))
        .orElse(fact);
  }
}
