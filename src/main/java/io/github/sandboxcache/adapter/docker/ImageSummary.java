package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One item of an engine's image list. */
record ImageSummary(
    String id,
    @Nullable String parentId,
    @Nullable List<String> repoTags,
    long created,
    long size,
    @Nullable Long sharedSize,
    @Nullable Map<String, String> labels) {
  private static final String NO_REFERENCE = "<none>:<none>";

  EngineImage toImage(ReferenceNaming naming) {
    return new EngineImage(
        ImageIds.full(id),
        references(id, repoTags),
        size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
        sharedBytes(naming),
        date(created),
        parent(parentId),
        EngineJson.orEmpty(labels));
  }

  /** Whoever makes images without a date writes the year 1 or 1970. */
  static Optional<Instant> date(Instant created) {
    return Optional.of(created).filter(Instant.EPOCH::isBefore);
  }

  /** The same of seconds since 1970; empty as well for what is no date at all. */
  static Optional<Instant> date(long seconds) {
    return seconds > 0 && seconds <= Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  /** Minus one means unknown; Podman says 0 for unknown. */
  OptionalLong sharedBytes(ReferenceNaming naming) {
    long least = naming == ReferenceNaming.PODMAN ? 1 : 0;
    return sharedSize == null || sharedSize < least
        ? OptionalLong.empty()
        : OptionalLong.of(sharedSize);
  }

  static List<String> references(String id, @Nullable List<String> repoTags) {
    List<String> references = new ArrayList<>(EngineJson.orEmpty(repoTags));
    references.removeIf(name -> NO_REFERENCE.equals(name) || PassingName.isOf(id, name));
    return references;
  }

  static Optional<String> parent(@Nullable String id) {
    return id == null || id.isEmpty() ? Optional.empty() : Optional.of(ImageIds.full(id));
  }
}
