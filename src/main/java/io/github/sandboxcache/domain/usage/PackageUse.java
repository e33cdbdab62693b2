package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How often a package was looked for.
 *
 * @param language the language it belongs to
 * @param name its name without version or extras
 * @param hits how often it was part of a hit; 0 or more
 * @param images the images that were looked up with it, found or not
 */
public record PackageUse(Language language, String name, long hits, Set<CacheReference> images) {
  /** Copies the set, so that the record never changes. */
  public PackageUse {
    images = Set.copyOf(images);
  }

  private record Id(Language language, String name) {}

  /**
   * All packages of those images that were looked up, that in most hits first, ties by name.
   *
   * @param naming tells packages from their versions
   */
  static List<PackageUse> of(Collection<ImageUsage> images, PackageNaming naming) {
    Map<Id, Long> hits = new HashMap<>();
    Map<Id, Set<CacheReference>> places = new HashMap<>();
    for (ImageUsage image : images) {
      if (image.count().lookups() > 0) {
        for (Id id : packages(image, naming)) {
          hits.merge(id, image.count().hits(), Long::sum);
          places.computeIfAbsent(id, _ -> new HashSet<>()).add(image.reference());
        }
      }
    }
    return hits.entrySet().stream()
        .map(
            entry ->
                new PackageUse(
                    entry.getKey().language(),
                    entry.getKey().name(),
                    entry.getValue(),
                    places.getOrDefault(entry.getKey(), Set.of())))
        .sorted(PackageUse::mostHitsFirst)
        .toList();
  }

  /** The same of those images alone. */
  PackageUse within(Map<CacheReference, ImageUsage> some) {
    Set<CacheReference> left = new HashSet<>(images);
    left.retainAll(some.keySet());
    long sum =
        left.stream()
            .flatMap(image -> Stream.ofNullable(some.get(image)))
            .mapToLong(image -> image.count().hits())
            .sum();
    return new PackageUse(language, name, sum, left);
  }

  private static Set<Id> packages(ImageUsage image, PackageNaming naming) {
    Language language = image.reference().language();
    Set<Id> packages = new LinkedHashSet<>();
    for (String asGiven : image.packages().orElse(List.of())) {
      packages.add(new Id(language, naming.nameOf(language, asGiven)));
    }
    return packages;
  }

  // A comparator that the JDK puts together is made anew at every start; see decision 7.
  static int mostHitsFirst(PackageUse a, PackageUse b) {
    int byHits = Long.compare(b.hits(), a.hits());
    int byName = byHits != 0 ? byHits : a.name().compareTo(b.name());
    return byName != 0 ? byName : a.language().compareTo(b.language());
  }
}
