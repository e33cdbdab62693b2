package io.github.sandboxcache.service;

import io.github.sandboxcache.cache.CacheKey;
import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.ImageLabels;
import io.github.sandboxcache.cache.ReferenceNaming;
import io.github.sandboxcache.install.InstallContainers;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.ContainerLife;
import io.github.sandboxcache.port.EngineContainer;
import io.github.sandboxcache.port.EngineEvent.ContainerBegan;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.usage.FactIdentity;
import io.github.sandboxcache.usage.FactKind;
import io.github.sandboxcache.usage.FactRecorder;
import io.github.sandboxcache.usage.FactSource;
import io.github.sandboxcache.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes containers made from cached images down as uses of these images. A container counts when it
 * was created, and again with every start that does not follow at once. What an event tells and
 * what is found later are the same facts, so that nothing counts twice. The containers of our own
 * installs do not count. Not thread-safe.
 */
public final class ContainerUses {
  /** {@code docker run} creates and starts in one go: that is one use. */
  static final Duration SAME_USE = Duration.ofSeconds(10);

  private static final int REMEMBERED_CREATIONS = 1_000;

  private final ContainerEngine engine;
  private final FactRecorder facts;
  private final Map<String, Instant> creations =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED_CREATIONS;
        }
      };

  /** Uses on that engine. */
  public ContainerUses(ContainerEngine engine, FactRecorder facts) {
    this.engine = engine;
    this.facts = facts;
  }

  /**
   * Looks at all containers that exist: whoever made them, and whether or not this app ran then.
   *
   * @return how many uses were not known before
   * @throws EngineException when the engine does not list its containers
   * @throws io.github.sandboxcache.usage.UsageLedgerException when the uses cannot be written
   */
  public int catchUp() {
    return catchUp(engine.containers());
  }

  /**
   * The same for containers that were listed already.
   *
   * @return how many uses were not known before
   * @throws EngineException when the engine refuses to be asked about one
   * @throws io.github.sandboxcache.usage.UsageLedgerException when the uses cannot be written
   */
  public int catchUp(List<EngineContainer> containers) {
    Map<String, List<CacheReference>> byImageId = new HashMap<>();
    List<UsageFact> found = new ArrayList<>();
    for (EngineContainer container : containers) {
      if (InstallContainers.includes(container)) {
        continue;
      }
      List<CacheReference> references = references(container, byImageId);
      if (!references.isEmpty()) {
        engine
            .containerLife(container.id())
            .ifPresent(life -> found.addAll(facts(life, references)));
      }
    }
    return facts.record(found);
  }

  /**
   * Takes down what an event tells.
   *
   * @throws EngineException when the engine refuses to be asked about it
   * @throws io.github.sandboxcache.usage.UsageLedgerException when the use cannot be written
   */
  public void began(ContainerBegan event) {
    EngineContainer told = event.container();
    if (InstallContainers.includes(told)) {
      return;
    }
    Optional<ContainerLife> life = engine.containerLife(told.id());
    EngineContainer container = life.map(ContainerLife::container).orElse(told);
    List<CacheReference> references = references(container, new HashMap<>());
    if (references.isEmpty()) {
      return;
    }
    int _ = facts.record(facts(life.orElseGet(() -> asTold(event)), references));
  }

  /** The life of a container that was gone before it could be looked at. */
  private ContainerLife asTold(ContainerBegan event) {
    EngineContainer container = event.container();
    if (event.created()) {
      creations.put(container.id(), event.time());
      return new ContainerLife(container, event.time(), Optional.empty());
    }
    Instant created = creations.getOrDefault(container.id(), event.time());
    return new ContainerLife(container, created, Optional.of(event.time()));
  }

  /** The name as given comes first: other names of the image were not asked for. */
  private List<CacheReference> references(
      EngineContainer container, Map<String, List<CacheReference>> byImageId) {
    ReferenceNaming naming = engine.description().naming();
    if (naming.parse(container.image()).orElse(null) instanceof CacheReference named) {
      return List.of(named);
    }
    String image = container.imageId().isEmpty() ? container.image() : container.imageId();
    return image.isEmpty()
        ? List.of()
        : byImageId.computeIfAbsent(image, id -> cachedReferences(id, naming));
  }

  private List<CacheReference> cachedReferences(String imageId, ReferenceNaming naming) {
    List<CacheReference> cached = new ArrayList<>();
    for (String reference : engine.image(imageId).map(EngineImage::references).orElse(List.of())) {
      if (naming.parse(reference).orElse(null) instanceof CacheReference ours) {
        cached.add(ours);
      }
    }
    return cached;
  }

  private List<UsageFact> facts(ContainerLife life, List<CacheReference> references) {
    String id = life.container().id();
    List<UsageFact> uses = new ArrayList<>();
    for (CacheReference reference : references) {
      uses.add(
          use(
              life,
              reference,
              life.createdAt(),
              FactIdentity.of("created", id, reference.toString())));
      life.startedAt()
          .filter(start -> Duration.between(life.createdAt(), start).compareTo(SAME_USE) >= 0)
          .ifPresent(
              start ->
                  uses.add(
                      use(
                          life,
                          reference,
                          start,
                          FactIdentity.of("started", id, reference.toString(), start.toString()))));
    }
    return uses;
  }

  private UsageFact use(ContainerLife life, CacheReference reference, Instant time, long identity) {
    EngineContainer container = life.container();
    UsageFact fact =
        UsageFact.of(
            time,
            FactKind.USED,
            reference,
            FactSource.engine(engine.description().endpoint()),
            identity);
    UsageFact withImage =
        container.imageId().isEmpty() ? fact : fact.withImageId(container.imageId());
    // Labels may say anything; only packages that give this very key are believed.
    return ImageLabels.packages(container.labels())
        .filter(
            packages -> CacheKey.of(reference.language(), packages).tag().equals(reference.tag()))
        .map(withImage::withPackages)
        .orElse(withImage);
  }
}
