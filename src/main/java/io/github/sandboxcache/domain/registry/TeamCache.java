package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a team's cache without asking its registry: what came from there, what was seen
 * there, and what it listed last.
 *
 * @param origins where images of one engine came from, the latest of each name, from any registry
 * @param registry the team's registry; empty for none
 * @param seen which images it was seen to have when they were moved, and when that was
 * @param listing what it listed last; empty when nobody has asked it
 */
public record TeamCache(
    Map<CacheReference, Pulled> origins,
    Optional<RegistryAddress> registry,
    Map<CacheReference, Instant> seen,
    Optional<Listing> listing) {
  /** Nothing is known. */
  public static final TeamCache UNKNOWN =
      new TeamCache(Map.of(), Optional.empty(), Map.of(), Optional.empty());

  /** Copies the maps, so that the record never changes. */
  public TeamCache {
    origins = Map.copyOf(origins);
    seen = Map.copyOf(seen);
  }

  /**
   * What a registry has listed.
   *
   * @param registry which registry
   * @param at when
   * @param images all cached images that it had then
   */
  public record Listing(RegistryAddress registry, Instant at, Set<CacheReference> images) {
    /** Copies the set, so that the record never changes. */
    public Listing {
      images = Set.copyOf(images);
    }

    /** The same without an image that turned out not to be there. */
    public Listing without(CacheReference image) {
      Set<CacheReference> others = new HashSet<>(images);
      others.remove(image);
      return new Listing(registry, at, others);
    }
  }

  /**
   * Puts together what was noted.
   *
   * @param pulled what came to one engine, the latest first
   * @param seen what any registry was seen to have, and when
   * @param listed what was listed last, by whatever registry
   */
  public static TeamCache of(
      Collection<Pulled> pulled,
      Optional<RegistryAddress> registry,
      Map<RemoteReference, Instant> seen,
      Optional<Listing> listed) {
    Map<CacheReference, Pulled> origins = new HashMap<>();
    pulled.forEach(each -> origins.putIfAbsent(each.reference().image(), each));
    Map<CacheReference, Instant> there = new HashMap<>();
    seen.forEach(
        (reference, at) -> {
          if (registry.filter(reference.registry()::equals).isPresent()) {
            there.put(reference.image(), at);
          }
        });
    return new TeamCache(
        origins,
        registry,
        there,
        listed.filter(last -> registry.filter(last.registry()::equals).isPresent()));
  }

  /**
   * Where an image came from; empty when nothing tells, and when another image has its name by now.
   *
   * @param imageId the id that the engine has for it
   */
  public Optional<Pulled> origin(CacheReference image, String imageId) {
    return Optional.ofNullable(origins.get(image)).filter(each -> each.imageId().equals(imageId));
  }

  /** Whether the team's registry has an image of that name. What was seen last counts. */
  public Presence presence(CacheReference image) {
    Optional<Instant> moved = Optional.ofNullable(seen.get(image));
    Optional<Instant> listedAt = listing.map(Listing::at);
    if (moved.isPresent() && listedAt.filter(moved.get()::isBefore).isEmpty()) {
      return new Presence.There(moved.get());
    }
    return listing
        .<Presence>map(
            last ->
                last.images().contains(image)
                    ? new Presence.There(last.at())
                    : new Presence.NotThere(last.at()))
        // Only the languages that are known are listed.
        .filter(found -> found instanceof Presence.There || image.language().isKnown())
        .orElseGet(Presence.Unknown::new);
  }
}
