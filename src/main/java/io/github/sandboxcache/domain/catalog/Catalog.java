package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.BaseReference;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The images of the cache at one moment. Immutable; built from what an engine listed.
 *
 * @param cached every cached reference, by language and then newest first, ties by reference
 * @param base every base image reference, by reference
 * @param snapshot what the engine listed, foreign images included
 * @param layers what is known of the layers of all those images
 */
public record Catalog(
    List<CachedImage> cached, List<BaseImage> base, EngineSnapshot snapshot, LayerState layers) {
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
                  reference,
                  engineReference,
                  image,
                  ImageLabels.packages(image.labels())
                      .map(names -> new AskedPackages(names, PackagesFrom.LABEL)),
                  Optional.empty(),
                  users));
        } else if (ours instanceof BaseReference reference) {
          base.add(new BaseImage(reference, image, users));
        }
      }
    }
    cached.sort(Catalog::byLanguage);
    base.sort((a, b) -> a.reference().toString().compareTo(b.reference().toString()));
    return new Catalog(cached, base, snapshot, LayerState.nothing());
  }

  /** The same images with what is known of their layers. */
  public Catalog with(LayerState known) {
    return new Catalog(cached, base, snapshot, known);
  }

  /**
   * The same images with what else is known of their packages. What an image's label says comes
   * first, then what was told of its name, then what was found inside.
   *
   * @param told packages as given, with which the names' keys agree
   * @param inside what is inside images, by image id
   */
  public Catalog withPackages(
      Map<CacheReference, List<String>> told, Map<String, KnownContents> inside) {
    if (told.isEmpty() && inside.isEmpty()) {
      return this;
    }
    return new Catalog(
        cached.stream().map(image -> withPackages(image, told, inside)).toList(),
        base,
        snapshot,
        layers);
  }

  private static CachedImage withPackages(
      CachedImage image,
      Map<CacheReference, List<String>> told,
      Map<String, KnownContents> inside) {
    Optional<KnownContents> contents = Optional.ofNullable(inside.get(image.image().id()));
    Optional<AskedPackages> asked =
        image
            .asked()
            .or(
                () ->
                    Optional.ofNullable(told.get(image.reference()))
                        .map(names -> new AskedPackages(names, PackagesFrom.LOG)))
            .or(() -> contents.flatMap(known -> known.asked(image.reference())));
    return new CachedImage(
        image.reference(), image.engineReference(), image.image(), asked, contents, image.users());
  }

  /**
   * The bytes of this image that others have, too; empty while layers are being measured, and where
   * the engine does not tell those of this one.
   */
  public Optional<ByteCount> sharedBytes(EngineImage image) {
    return graph(image).map(graph -> graph.sharedBytes(image.id()));
  }

  /**
   * The bytes that only this image has; empty while layers are being measured, and where the engine
   * does not tell those of this one.
   */
  public Optional<ByteCount> ownBytes(EngineImage image) {
    return graph(image).map(graph -> graph.ownBytes(image.id()));
  }

  private Optional<LayerGraph> graph(EngineImage image) {
    return layers.graph().filter(graph -> graph.knows(image.id()));
  }

  /**
   * The bytes that are freed when those references are removed together.
   *
   * @return empty while layers are being measured
   */
  public Optional<ByteCount> freedBy(Collection<CachedImage> removed) {
    return freedBy(removed, layers);
  }

  /**
   * The bytes that are freed when those references are removed together: an image is deleted with
   * the last of its references.
   *
   * @return empty while layers are being measured
   */
  public static Optional<ByteCount> freedBy(Collection<CachedImage> removed, LayerState layers) {
    Map<String, Set<String>> references = new HashMap<>();
    for (CachedImage image : removed) {
      references
          .computeIfAbsent(image.image().id(), _ -> new HashSet<>())
          .add(image.engineReference());
    }
    Set<String> deleted = new HashSet<>();
    for (CachedImage image : removed) {
      Set<String> gone = references.getOrDefault(image.image().id(), Set.of());
      if (gone.containsAll(image.image().references())) {
        deleted.add(image.image().id());
      }
    }
    return layers.graph().map(graph -> graph.freedBy(deleted));
  }

  /**
   * What the cached images take on disk, each layer once.
   *
   * @return empty while layers are being measured
   */
  public Optional<DiskShare> onDisk(Collection<CachedImage> images) {
    Set<String> ids = new HashSet<>();
    images.forEach(image -> ids.add(image.image().id()));
    return layers.graph().map(graph -> DiskShare.of(graph, ids, baseIds()));
  }

  /** What an image was made from; empty where {@link #ownBytes} is. */
  public Optional<ImageBase> base(EngineImage image) {
    return graph(image).map(graph -> ImageBase.of(image, snapshot, graph::diffIds));
  }

  /** What an image is made of; empty where {@link #ownBytes} is. */
  public Optional<ImageParts> parts(EngineImage image) {
    return graph(image).map(graph -> ImageParts.of(image, this, graph));
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

  /** The references of all cached images. */
  public Set<CacheReference> references() {
    Set<CacheReference> all = new HashSet<>();
    cached.forEach(image -> all.add(image.reference()));
    return all;
  }

  /** The cached image of that reference, where there is one. */
  public Optional<CachedImage> find(CacheReference reference) {
    return cached.stream().filter(image -> image.reference().equals(reference)).findFirst();
  }

  /**
   * The images of others: what cached images were made from is among them, if it is still there.
   */
  private Set<String> baseIds() {
    Set<String> ids = new HashSet<>();
    snapshot.images().forEach(image -> ids.add(image.id()));
    cached.forEach(image -> ids.remove(image.image().id()));
    return ids;
  }

  private static Map<String, List<EngineContainer>> byImage(List<EngineContainer> containers) {
    Map<String, List<EngineContainer>> users = new HashMap<>();
    for (EngineContainer container : containers) {
      users.computeIfAbsent(container.imageId(), _ -> new ArrayList<>()).add(container);
    }
    return users;
  }
}
