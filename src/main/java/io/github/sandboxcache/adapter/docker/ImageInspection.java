package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.ImageHistory;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.layers.ImageLayers;
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
    @JsonProperty("RootFS") @Nullable RootFs rootFs,
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

  record RootFs(@Nullable List<String> layers) {}

  /**
   * Inspects an image.
   *
   * @throws io.github.sandboxcache.domain.engine.ImageNotFoundException when there is none of that
   *     name or id
   */
  static ImageInspection of(EngineConnection engine, String referenceOrId) {
    return engine.sendAboutImage(request(referenceOrId), ImageInspection.class);
  }

  /** The configuration word for word, also what the record above has no field for. */
  static JsonNode configuration(EngineConnection engine, String imageId) {
    return engine.sendAboutImage(request(imageId), JsonNode.class).path("Config");
  }

  private static EngineRequest request(String referenceOrId) {
    return EngineRequest.get("/images/" + EngineRequest.pathPart(referenceOrId) + "/json");
  }

  List<String> references() {
    return ImageSummary.references(id, repoTags);
  }

  /**
   * Whether it has a name of anybody's, be it only the digest by which it was pulled. An engine may
   * write digests of what was never in a registry.
   */
  boolean isNamed() {
    return !references().isEmpty()
        || (!sizeDiffersFromList()
            && EngineJson.orEmpty(repoDigests).stream().anyMatch(PassingName::isOfOthers));
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
        knownSize(),
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

  /**
   * The layers with their history.
   *
   * @param history as engines give it, newest first
   * @param sizeIsOfLayers whether the engine's size is that of the layers unpacked; Podman's counts
   *     manifests, too
   */
  ImageLayers toLayers(List<ImageHistory> history, boolean sizeIsOfLayers) {
    boolean compressed = sizeDiffersFromList();
    return new ImageLayers(
        ImageIds.full(id),
        rootFs == null ? List.of() : EngineJson.orEmpty(rootFs.layers()),
        history.reversed().stream().map(ImageInspection::step).toList(),
        sizeIsOfLayers && !compressed ? knownSize() : OptionalLong.empty(),
        compressed ? knownSize() : OptionalLong.empty());
  }

  private static ImageLayers.Step step(ImageHistory entry) {
    Long bytes = entry.getSize();
    Long seconds = entry.getCreated();
    return new ImageLayers.Step(
        bytes == null ? 0 : Math.max(0, bytes),
        EngineJson.orEmpty(entry.getCreatedBy()),
        ImageSummary.date(seconds == null ? 0 : seconds));
  }

  private OptionalLong knownSize() {
    return size == null || size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
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
