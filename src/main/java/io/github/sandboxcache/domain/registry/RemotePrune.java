package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RemoteImage.RemoteLayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Which images of a registry are to be removed. One of which the date is not known stays, and so
 * does one that has a manifest in common with one that stays: a registry deletes manifests, with
 * all names that they have.
 *
 * @param removed those to be removed, the oldest first
 * @param kept all others
 */
public record RemotePrune(List<RemoteImage> removed, List<RemoteImage> kept) {
  /** Copies the lists, so that the record never changes. */
  public RemotePrune {
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
  }

  /** Keeps the newest of each language, so many, 0 or more. */
  public static RemotePrune keepNewest(Collection<RemoteImage> images, int count) {
    Map<Language, Integer> met = new HashMap<>();
    Set<RemoteImage> chosen = new HashSet<>();
    for (RemoteImage image : dated(images).reversed()) {
      if (met.merge(image.reference().image().language(), 1, Integer::sum) > count) {
        chosen.add(image);
      }
    }
    return of(images, chosen);
  }

  /** Removes what was made before that time. */
  public static RemotePrune olderThan(Collection<RemoteImage> images, Instant time) {
    return of(
        images,
        new HashSet<>(
            dated(images).stream().filter(image -> createdAt(image).isBefore(time)).toList()));
  }

  /**
   * Removes the least used, and of those the oldest, until the rest takes no more than so many
   * bytes, packed, each layer once.
   *
   * @param hits how often each was hit, as far as that is known here
   */
  public static RemotePrune within(
      Collection<RemoteImage> images, long bytes, ToLongFunction<CacheReference> hits) {
    List<RemoteImage> order = new ArrayList<>(dated(images));
    // Sorting is stable, so that the oldest stays the first of those with as many hits.
    order.sort(Comparator.comparingLong(image -> hits.applyAsLong(image.reference().image())));
    Map<String, Integer> users = new HashMap<>();
    Map<String, Long> sizes = new HashMap<>();
    for (RemoteImage image : images) {
      for (String layer : layers(image, sizes)) {
        users.merge(layer, 1, Integer::sum);
      }
    }
    long left = sizes.values().stream().mapToLong(Long::longValue).sum();
    Set<RemoteImage> chosen = new HashSet<>();
    for (RemoteImage image : order) {
      if (left <= bytes) {
        break;
      }
      chosen.add(image);
      for (String layer : layers(image, sizes)) {
        if (users.merge(layer, -1, Integer::sum) == 0) {
          left -= sizes.getOrDefault(layer, 0L);
        }
      }
    }
    return of(images, chosen);
  }

  private static Set<String> layers(RemoteImage image, Map<String, Long> sizes) {
    Set<String> digests = new LinkedHashSet<>();
    image.content().stream()
        .flatMap(content -> content.layers().stream())
        .forEach(
            layer -> {
              sizes.put(layer.digest(), layer.packedBytes());
              digests.add(layer.digest());
            });
    return digests;
  }

  /** The oldest first. */
  private static List<RemoteImage> dated(Collection<RemoteImage> images) {
    return images.stream()
        .filter(image -> image.content().flatMap(RemoteImage.Content::createdAt).isPresent())
        .sorted(
            Comparator.comparing(RemotePrune::createdAt)
                .thenComparing(image -> image.reference().toString()))
        .toList();
  }

  private static Instant createdAt(RemoteImage image) {
    return image.content().flatMap(RemoteImage.Content::createdAt).orElse(Instant.MAX);
  }

  /** A manifest within one repository. */
  private record Manifest(String repository, String digest) {
    static Manifest of(RemoteImage image) {
      return new Manifest(image.reference().repository(), image.digest());
    }
  }

  private static RemotePrune of(Collection<RemoteImage> images, Set<RemoteImage> chosen) {
    Set<Manifest> staying = new HashSet<>();
    images.stream()
        .filter(image -> !chosen.contains(image))
        .forEach(image -> staying.add(Manifest.of(image)));
    List<RemoteImage> removed =
        dated(images).stream()
            .filter(chosen::contains)
            .filter(image -> !staying.contains(Manifest.of(image)))
            .toList();
    Set<RemoteImage> gone = new HashSet<>(removed);
    return new RemotePrune(removed, images.stream().filter(each -> !gone.contains(each)).toList());
  }

  /** The same that removes no others than those. */
  public RemotePrune onlyRemoving(Collection<RemoteImage> images) {
    Set<RemoteImage> gone = new HashSet<>(images);
    List<RemoteImage> staying = new ArrayList<>(kept);
    removed.stream().filter(each -> !gone.contains(each)).forEach(staying::add);
    return new RemotePrune(removed.stream().filter(gone::contains).toList(), staying);
  }

  /** The bytes of layers, packed, that none of the images that stay has. */
  public long freesBytes() {
    Map<String, Long> freed = new HashMap<>();
    removed.stream()
        .flatMap(image -> image.content().stream())
        .flatMap(content -> content.layers().stream())
        .forEach(layer -> freed.put(layer.digest(), layer.packedBytes()));
    kept.stream()
        .flatMap(image -> image.content().stream())
        .flatMap(content -> content.layers().stream())
        .map(RemoteLayer::digest)
        .forEach(freed::remove);
    return freed.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * What became of an image that was to be removed.
   *
   * @param problem why it stays; empty when it is gone
   */
  public record Removal(RemoteImage image, Optional<TransferProblem> problem) {}
}
