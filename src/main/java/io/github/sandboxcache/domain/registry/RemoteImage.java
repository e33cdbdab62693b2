package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.ImageLabels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image as a registry has it. All of it is untrusted.
 *
 * @param reference its name
 * @param digest the digest of what the name stands for, {@code sha256:…}, worked out from what the
 *     registry sent
 * @param platforms what it is there for; more than one where the name stands for an index
 * @param content the image for the platform that was asked for; empty when it is not there for it
 */
public record RemoteImage(
    RemoteReference reference, String digest, List<Platform> platforms, Optional<Content> content) {
  /** Copies the list, so that the record never changes. */
  public RemoteImage {
    platforms = List.copyOf(platforms);
  }

  /**
   * The image for one platform.
   *
   * @param manifestDigest the digest of its own manifest
   * @param configDigest the digest of its configuration, which many engines have as its id
   * @param layers its layers, lowest first
   * @param createdAt when it was made, UTC; empty when it does not say
   * @param labels its labels
   */
  public record Content(
      String manifestDigest,
      String configDigest,
      List<RemoteLayer> layers,
      Optional<Instant> createdAt,
      Map<String, String> labels) {
    /** Copies the collections, so that the record never changes. */
    public Content {
      layers = List.copyOf(layers);
      labels = Map.copyOf(labels);
    }

    /** The bytes of all its layers, as they are sent: packed. */
    public long packedBytes() {
      return layers.stream().mapToLong(RemoteLayer::packedBytes).sum();
    }

    /** Whether an engine's image of that id is this one. */
    public boolean isImage(String imageId) {
      return imageId.equals(configDigest) || imageId.equals(manifestDigest);
    }
  }

  /**
   * A layer in the registry.
   *
   * @param digest the digest of the layer as it is sent
   * @param packedBytes its bytes as it is sent, 0 or more
   */
  public record RemoteLayer(String digest, long packedBytes) {}

  /** Whether an engine's image of that id is this one. */
  public boolean isImage(String imageId) {
    return imageId.equals(digest) || content.filter(found -> found.isImage(imageId)).isPresent();
  }

  /** The packages that its label names, where its key agrees. */
  public Optional<List<String>> packages() {
    return content
        .flatMap(found -> ImageLabels.packages(found.labels()))
        .filter(
            names ->
                CacheKey.of(reference.image().language(), names)
                    .tag()
                    .equals(reference.image().tag()));
  }
}
