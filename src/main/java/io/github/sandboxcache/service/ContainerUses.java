package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineEvent.ContainerBegan;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.install.InstallContainers;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.LookTimes;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Clock;
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
 * what is found later are the same facts, so that nothing counts twice. A container belongs to the
 * image whose name it was given; one that was given none, or a foreign name, to all cached names
 * that the image has when it is first seen. The containers of our own installs do not count. Not
 * thread-safe.
 */
public final class ContainerUses {
  /** {@code docker run} creates and starts in one go: that is one use. */
  static final Duration SAME_USE = Duration.ofSeconds(10);

  /** Between the listing of containers and their look, for which there is but one time. */
  private static final Duration LIST_TIME = Duration.ofMinutes(2);

  private static final int REMEMBERED_CREATIONS = 1_000;
  private static final String ID_PREFIX = "sha256:";

  private final ContainerEngine engine;
  private final FactRecorder facts;
  private final LookTimes looks;
  private final Clock clock;
  private final Map<String, Instant> creations =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED_CREATIONS;
        }
      };

  /**
   * What came of looking at containers.
   *
   * @param uses how many were not known before
   * @param failure why some container could not be looked at, if so
   */
  public record Found(int uses, Optional<EngineException> failure) {}

  /** Uses on that engine. */
  public <T extends FactRecorder & LookTimes> ContainerUses(
      ContainerEngine engine, T facts, Clock clock) {
    this.engine = engine;
    this.facts = facts;
    this.looks = facts;
    this.clock = clock;
  }

  /**
   * Looks at all containers that exist: whoever made them, and whether or not this app ran then.
   *
   * @throws EngineException when the engine does not list its containers
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when the uses cannot be
   *     written
   */
  public Found catchUp() {
    return catchUp(engine.containers());
  }

  /**
   * The same for containers that were listed a moment ago. One that cannot be looked at does not
   * keep the others from it; one that has not changed since the last look is not asked for.
   *
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when the uses cannot be
   *     written
   */
  public Found catchUp(List<EngineContainer> containers) {
    Map<String, List<CacheReference>> byImageId = new HashMap<>();
    List<UsageFact> named = new ArrayList<>();
    if (containers.isEmpty()) {
      return new Found(0, Optional.empty());
    }
    String name = engine.identity().name();
    Instant begin = clock.instant();
    Instant before = looks.lastLook(name).orElse(Instant.MIN);
    int found = 0;
    Optional<EngineException> failure = Optional.empty();
    for (EngineContainer container : containers) {
      if (container.unchangedSince().filter(before::isAfter).isPresent()) {
        continue;
      }
      try {
        found += look(container, byImageId, named);
      } catch (EngineException e) {
        failure = Optional.of(failure.orElse(e));
        if (e instanceof EngineUnreachableException) {
          break;
        }
      }
    }
    found += facts.record(named);
    if (failure.isEmpty()) {
      looks.looked(name, begin.minus(LIST_TIME));
    }
    return new Found(found, failure);
  }

  /** Adds uses of a name to the list and records others, of which it returns the number. */
  private int look(
      EngineContainer container,
      Map<String, List<CacheReference>> byImageId,
      List<UsageFact> named) {
    if (InstallContainers.includes(container)
        || (!isListedById(container) && owners(container, byImageId).references().isEmpty())) {
      return 0;
    }
    Optional<ContainerLife> life = engine.containerLife(container.id());
    if (life.isEmpty()) {
      return 0;
    }
    Owners owners = owners(life.get().container(), byImageId);
    if (!owners.named()) {
      return recordUnnamed(life.get(), owners.references());
    }
    named.addAll(facts(life.get(), owners.references()));
    return 0;
  }

  /**
   * A list names a container's image by its ID once the tag it was made from has moved on; only the
   * container itself still tells that name.
   */
  private static boolean isListedById(EngineContainer container) {
    String image = hex(container.image());
    return !image.isEmpty() && hex(container.imageId()).startsWith(image);
  }

  private static String hex(String id) {
    return id.startsWith(ID_PREFIX) ? id.substring(ID_PREFIX.length()) : id;
  }

  /**
   * Takes down what an event tells.
   *
   * @throws EngineException when the engine refuses to be asked about it
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when the use cannot be written
   */
  public void began(ContainerBegan event) {
    EngineContainer told = event.container();
    if (InstallContainers.includes(told)) {
      return;
    }
    Optional<ContainerLife> life = engine.containerLife(told.id());
    EngineContainer container = life.map(ContainerLife::container).orElse(told);
    Owners owners = owners(container, new HashMap<>());
    if (owners.references().isEmpty()) {
      return;
    }
    ContainerLife known = life.orElseGet(() -> asTold(event));
    int _ =
        owners.named()
            ? facts.record(facts(known, owners.references()))
            : recordUnnamed(known, owners.references());
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

  /**
   * Whom a container counts for.
   *
   * @param named whether the container was made from that very name
   */
  private record Owners(List<CacheReference> references, boolean named) {}

  /** The name as given comes first: other names of the image were not asked for. */
  private Owners owners(EngineContainer container, Map<String, List<CacheReference>> byImageId) {
    ReferenceNaming naming = engine.description().naming();
    if (naming.parse(container.image()).orElse(null) instanceof CacheReference named) {
      return new Owners(List.of(named), true);
    }
    String image = container.imageId().isEmpty() ? container.image() : container.imageId();
    List<CacheReference> references =
        image.isEmpty()
            ? List.of()
            : byImageId.computeIfAbsent(image, id -> cachedReferences(id, naming));
    return new Owners(references, false);
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

  /**
   * Takes down a use for all names that the image has now, unless it was taken down before: a name
   * that the image got since was not used by it.
   */
  private int recordUnnamed(ContainerLife life, List<CacheReference> references) {
    int found = 0;
    List<UsageFact> all = facts(life, references);
    for (Instant time : all.stream().map(UsageFact::time).distinct().toList()) {
      String start = time.equals(life.createdAt()) ? "created" : time.toString();
      long identity = FactIdentity.of("unnamed", life.container().id(), start);
      if (facts.record(List.of(use(life, references.getFirst(), time, identity))) > 0) {
        List<UsageFact> others =
            all.stream()
                .filter(fact -> fact.time().equals(time))
                .filter(fact -> !fact.reference().equals(references.getFirst()))
                .toList();
        found += 1 + facts.record(others);
      }
    }
    return found;
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
