package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.BaseReference;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The images of the cache at one moment. Immutable; built from what an engine listed.
 *
 * @param cached every cached reference, by language and then newest first, ties by reference
 * @param base every base image reference, by reference
 * @param snapshot what the engine listed, foreign images included
 */
public record Catalog(List<CachedImage> cached, List<BaseImage> base, EngineSnapshot snapshot) {
  /** Newest first; the reference decides between images of one second, so the order is stable. */
  public static final Comparator<CachedImage> NEWEST_FIRST = Catalog::newestFirst;

  /** Copies the lists, so that the record never changes. */
  public Catalog {
    cached = List.copyOf(cached);
    base = List.copyOf(base);
  }

  /** A cache with nothing in it. */
  public static Catalog empty(ReferenceNaming naming) {
    return of(new EngineSnapshot(List.of(), List.of(), naming));
  }

  /** Picks the sandbox's references out of everything an engine listed. */
  public static Catalog of(EngineSnapshot snapshot) {
    Map<String, List<EngineContainer>> byImage = byImage(snapshot.containers().listed());
    boolean known = snapshot.containers() instanceof Containers.Known;
    List<CachedImage> cached = new ArrayList<>();
    List<BaseImage> base = new ArrayList<>();
    for (EngineImage image : snapshot.images()) {
      Users users = known ? Users.of(byImage.getOrDefault(image.id(), List.of())) : Users.UNKNOWN;
      for (String engineReference : image.references()) {
        @Nullable SandboxReference ours = snapshot.naming().parse(engineReference).orElse(null);
        if (ours instanceof CacheReference reference) {
          cached.add(
              new CachedImage(
                  reference, engineReference, image, ImageLabels.packages(image.labels()), users));
        } else if (ours instanceof BaseReference reference) {
          base.add(new BaseImage(reference, image, users));
        }
      }
    }
    cached.sort(Catalog::byLanguage);
    base.sort((a, b) -> a.reference().toString().compareTo(b.reference().toString()));
    return new Catalog(cached, base, snapshot);
  }

  // Comparators that the JDK puts together are made anew at every start; see decision 7.
  private static int newestFirst(CachedImage a, CachedImage b) {
    int byTime = age(b).compareTo(age(a));
    return byTime != 0 ? byTime : a.engineReference().compareTo(b.engineReference());
  }

  /** What has no date counts as the oldest. */
  private static Instant age(CachedImage image) {
    return image.image().createdAt().orElse(Instant.MIN);
  }

  private static int byLanguage(CachedImage a, CachedImage b) {
    int byLanguage = a.language().compareTo(b.language());
    return byLanguage != 0 ? byLanguage : newestFirst(a, b);
  }

  /** The cached images of each language, in the order of languages and then newest first. */
  public Map<Language, List<CachedImage>> byLanguage() {
    Map<Language, List<CachedImage>> groups = new TreeMap<>();
    for (CachedImage image : cached) {
      groups.computeIfAbsent(image.language(), _ -> new ArrayList<>()).add(image);
    }
    return groups;
  }

  /** The cached image of that reference, where there is one. */
  public Optional<CachedImage> find(CacheReference reference) {
    return cached.stream().filter(image -> image.reference().equals(reference)).findFirst();
  }

  private static Map<String, List<EngineContainer>> byImage(List<EngineContainer> containers) {
    Map<String, List<EngineContainer>> users = new HashMap<>();
    for (EngineContainer container : containers) {
      users.computeIfAbsent(container.imageId(), _ -> new ArrayList<>()).add(container);
    }
    return users;
  }
}
