package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.removal.RemovalJournal;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.PendingFacts;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down what removals remove: announced before the engine is asked, settled when it has
 * answered. What a process did not live to settle is settled by the next one, from what the engine
 * has then. Thread-safe. What is gone is gone, also when that cannot be taken down.
 */
final class RemovalFacts implements RemovalJournal {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalFacts.class);

  private final ContainerEngine engine;
  private final PendingFacts facts;
  private final FactSource source;
  private final Clock clock;
  private final Map<String, UsageFact> announced = new ConcurrentHashMap<>();
  private final AtomicBoolean failureTold = new AtomicBoolean();

  RemovalFacts(ContainerEngine engine, PendingFacts facts, Clock clock) {
    this.engine = engine;
    this.facts = facts;
    this.source = FactSource.app(engine.description().endpoint());
    this.clock = clock;
  }

  @Override
  public void asking(CachedImage image) {
    UsageFact fact = fact(image);
    announced.put(image.engineReference(), fact);
    attempt(() -> facts.announce(fact)).ifPresent(e -> LOG.info("a removal is not announced", e));
  }

  @Override
  public void removed(CachedImage image) {
    settle(image, true);
  }

  @Override
  public void stayed(CachedImage image) {
    settle(image, false);
  }

  private void settle(CachedImage image, boolean gone) {
    Optional.ofNullable(announced.remove(image.engineReference()))
        .flatMap(fact -> attempt(() -> facts.settle(fact, gone)))
        .filter(_ -> gone && failureTold.compareAndSet(false, true))
        .ifPresent(
            e -> LOG.warn("a removal is not noted, nor may others be: {}", e.getMessage(), e));
  }

  /**
   * Settles what no process lived to settle, or what the engine left without an answer. Nobody may
   * remove meanwhile.
   */
  void settleEarlier() {
    Optional<RuntimeException> problem =
        attempt(
            () -> {
              for (UsageFact fact : facts.pending()) {
                if (fact.kind() == FactKind.REMOVED && fact.source().equals(source)) {
                  facts.settle(fact, isGone(fact));
                }
              }
            });
    problem.ifPresent(e -> LOG.info("what earlier removals came to is not noted yet", e));
  }

  private boolean isGone(UsageFact removal) {
    Optional<String> now = engine.image(removal.reference().toString()).map(EngineImage::id);
    return now.isEmpty() || !now.equals(removal.imageId());
  }

  private static Optional<RuntimeException> attempt(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (UsageLedgerException | EngineException e) {
      return Optional.of(e);
    }
  }

  private UsageFact fact(CachedImage removed) {
    UsageFact fact =
        UsageFact.of(
                clock.instant(),
                FactKind.REMOVED,
                removed.reference(),
                source,
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
