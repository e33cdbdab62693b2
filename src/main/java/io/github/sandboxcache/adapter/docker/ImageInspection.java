package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An engine's answer to the inspection of one image. */
record ImageInspection(
    String id,
    @Nullable String parent,
    @Nullable List<String> repoTags,
    @Nullable List<String> repoDigests,
    @Nullable Metadata metadata,
    @Nullable String created,
    @Nullable Long size,
    @Nullable JsonNode descriptor,
    @Nullable Config config) {
  record Config(
      @Nullable List<String> cmd,
      @Nullable List<String> entrypoint,
      @Nullable String user,
      @Nullable String workingDir,
      @Nullable List<String> env,
      @Nullable Map<String, String> labels,
      @Nullable Map<String, Object> volumes,
      @Nullable HealthCheck healthcheck) {
    static final Config EMPTY = new Config(null, null, null, null, null, null, null, null);
  }

  /**
   * What the engine notes of an image beside the image itself.
   *
   * @param lastTagTime when it was last given a name; in the year 1 when it never was
   */
  record Metadata(@Nullable String lastTagTime) {}

  record HealthCheck(@Nullable List<String> test) {}

  List<String> references() {
    return ImageSummary.references(repoTags);
  }

  /**
   * Only images of the containerd store have a descriptor. Their size here leaves the compressed
   * layers out, other than in the list.
   */
  boolean sizeDiffersFromList() {
    return descriptor != null && !descriptor.isNull();
  }

  /**
   * Whether it never had a name, neither a tag nor the digest of a registry, and the engine keeps
   * account of that. The containerd store does not.
   */
  boolean isKnownToBeNeverNamed() {
    return references().isEmpty()
        && EngineJson.orEmpty(repoDigests).isEmpty()
        && !sizeDiffersFromList()
        && metadata != null
        && isNever(EngineJson.orEmpty(metadata.lastTagTime()));
  }

  private static boolean isNever(String time) {
    try {
      return OffsetDateTime.parse(time).getYear() == 1;
    } catch (DateTimeException _) {
      return false;
    }
  }

  EngineImage toImage() {
    return new EngineImage(
        ImageIds.full(id),
        references(),
        size == null || size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
        OptionalLong.empty(),
        createdAt(),
        ImageSummary.parent(parent),
        EngineJson.orEmpty(configuration().labels()));
  }

  ImageConfig toConfig() {
    Config present = configuration();
    return new ImageConfig(
        ImageIds.full(id),
        EngineJson.orEmpty(present.cmd()),
        EngineJson.orEmpty(present.entrypoint()),
        EngineJson.orEmpty(present.user()),
        EngineJson.orEmpty(present.workingDir()),
        EngineJson.orEmpty(present.env()),
        present.volumes() == null
            ? List.of()
            : present.volumes().keySet().stream().sorted().toList(),
        present.healthcheck() != null
            && !EngineJson.orEmpty(present.healthcheck().test()).isEmpty());
  }

  private Config configuration() {
    return config == null ? Config.EMPTY : config;
  }

  /** The list counts whole seconds; so does this, or the order of images would depend on it. */
  private Optional<Instant> createdAt() {
    try {
      OffsetDateTime time = OffsetDateTime.parse(EngineJson.orEmpty(created));
      return ImageSummary.date(time.toInstant().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException _) {
      // An image may carry any text as its date, or none.
      return Optional.empty();
    }
  }
}
