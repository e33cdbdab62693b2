package io.github.sandboxcache.domain.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One local image as an engine lists it.
 *
 * @param id the engine's id of the image, {@code sha256:…}
 * @param references its tags as the engine writes them; empty for a dangling image
 * @param sizeBytes bytes of all its layers together, as the engine counts them; empty when it does
 *     not say
 * @param sharedBytes bytes of the layers that other images have too; empty when the engine did not
 *     say
 * @param createdAt when it was made, UTC, whole seconds; empty when the engine does not say, or
 *     says 1970 or before, as images without a date do
 * @param parentId the image it was committed from, where the engine keeps that link
 * @param labels its labels, untrusted
 */
public record EngineImage(
    String id,
    List<String> references,
    OptionalLong sizeBytes,
    OptionalLong sharedBytes,
    Optional<Instant> createdAt,
    Optional<String> parentId,
    Map<String, String> labels) {
  /** Copies the collections, so that the record never changes. */
  public EngineImage {
    references = List.copyOf(references);
    labels = Map.copyOf(labels);
  }

  /** The same image with other references. */
  public EngineImage withReferences(List<String> others) {
    return new EngineImage(id, others, sizeBytes, sharedBytes, createdAt, parentId, labels);
  }

  /** The same image with that figure for shared bytes. */
  public EngineImage withSharedBytes(OptionalLong shared) {
    return new EngineImage(id, references, sizeBytes, shared, createdAt, parentId, labels);
  }
}
