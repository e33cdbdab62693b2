package io.github.sandboxcache.domain.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one image of an operation.
 *
 * @param name its reference in the cache; where it has none, the engine's id of it
 * @param imageId the engine's id of it; empty where there was no image yet
 * @param packages the packages it was asked to have, as given, untrusted; empty when nobody knows
 * @param bytes the bytes that only this image had, or that were moved for it; empty when they are
 *     not known to the byte
 * @param state how far it has come
 */
public record OperationImage(
    String name,
    Optional<String> imageId,
    Optional<List<String>> packages,
    OptionalLong bytes,
    ImageState state) {
  /** Copies the list, so that the record never changes. */
  public OperationImage {
    packages = packages.map(List::copyOf);
  }
}
