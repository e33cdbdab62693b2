package io.github.sandboxcache.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RemoteImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One image in the document of {@code remote ls}.
 *
 * @param reference what it is called here
 * @param name its whole name in the registry
 * @param digest the digest of what that name stands for
 * @param packedBytes the bytes of its layers as they are sent; null where it is for no platform
 * @param createdAt ISO 8601, UTC; null when it does not say
 * @param platforms what it is for
 * @param packages what its label names, where its key agrees; else null
 * @param here whether the engine has an image of that name
 */
record RemoteDocument(
    String reference,
    String name,
    String digest,
    @Nullable Long packedBytes,
    @Nullable String createdAt,
    List<String> platforms,
    @Nullable List<String> packages,
    boolean here) {
  static RemoteDocument of(RemoteImage image, Set<CacheReference> here) {
    return new RemoteDocument(
        image.reference().image().toString(),
        image.reference().toString(),
        image.digest(),
        image.content().map(RemoteImage.Content::packedBytes).orElse(null),
        image.content().flatMap(RemoteImage.Content::createdAt).map(Instant::toString).orElse(null),
        image.platforms().stream().map(Platform::toString).toList(),
        image.packages().orElse(null),
        here.contains(image.reference().image()));
  }

  @JsonIgnore
  Optional<Instant> created() {
    return Optional.ofNullable(createdAt).map(Instant::parse);
  }
}
