package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.ImageHistory;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.layers.ImageLayers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An engine's answer to the inspection of one image.
 *
 * @param answer as docker-java reads it
 */
record ImageInspection(InspectImageResponse answer) {
  /**
   * Inspects an image.
   *
   * @throws ImageNotFoundException when there is none of that name or id
   */
  static ImageInspection of(EngineConnection engine, String referenceOrId) {
    if (referenceOrId.contains("$")) {
      // In no name of an image; docker-java would take it for a group of a pattern.
      throw new ImageNotFoundException("invalid reference format");
    }
    return new ImageInspection(
        engine.askAboutImage(engine.commands().inspectImageCmd(referenceOrId)));
  }

  List<String> references() {
    return ImageSummary.references(answer.getRepoTags());
  }

  /**
   * Only images of the containerd store have a descriptor. Their size here leaves the compressed
   * layers out, other than in the list.
   */
  boolean sizeDiffersFromList() {
    return answer.getRawValues().get("Descriptor") != null;
  }

  /**
   * Whether it never had a name, neither a tag nor the digest of a registry, and the engine keeps
   * account of that. The containerd store does not.
   */
  boolean isKnownToBeNeverNamed() {
    return references().isEmpty()
        && EngineJson.orEmpty(answer.getRepoDigests()).isEmpty()
        && !sizeDiffersFromList()
        && answer.getRawValues().get("Metadata") instanceof Map<?, ?> metadata
        && metadata.get("LastTagTime") instanceof String time
        && isNever(time);
  }

  /** The engine writes the year 1 for what never happened. */
  private static boolean isNever(String time) {
    try {
      return OffsetDateTime.parse(time).getYear() == 1;
    } catch (DateTimeException _) {
      return false;
    }
  }

  EngineImage toImage() {
    return new EngineImage(
        id(),
        references(),
        size(),
        OptionalLong.empty(),
        createdAt(),
        ImageSummary.parent(answer.getParent()),
        EngineJson.orEmpty(config().getLabels()));
  }

  ImageConfig toConfig() {
    ContainerConfig config = config();
    Map<String, ?> volumes = config.getVolumes();
    HealthCheck healthCheck = config.getHealthcheck();
    return new ImageConfig(
        id(),
        list(config.getCmd()),
        list(config.getEntrypoint()),
        EngineJson.orEmpty(config.getUser()),
        EngineJson.orEmpty(config.getWorkingDir()),
        list(config.getEnv()),
        volumes == null ? List.of() : volumes.keySet().stream().sorted().toList(),
        healthCheck != null && !EngineJson.orEmpty(healthCheck.getTest()).isEmpty());
  }

  /**
   * The layers with their history.
   *
   * @param history as engines give it, newest first
   * @param sizeIsOfLayers whether the engine's size is that of the layers unpacked; Podman's counts
   *     manifests, too
   */
  ImageLayers toLayers(List<ImageHistory> history, boolean sizeIsOfLayers) {
    RootFS root = answer.getRootFS();
    boolean compressed = sizeDiffersFromList();
    return new ImageLayers(
        id(),
        root == null ? List.of() : EngineJson.orEmpty(root.getLayers()),
        history.reversed().stream().map(ImageInspection::step).toList(),
        sizeIsOfLayers && !compressed ? size() : OptionalLong.empty(),
        compressed ? size() : OptionalLong.empty());
  }

  private static ImageLayers.Step step(ImageHistory entry) {
    Long size = entry.getSize();
    Long created = entry.getCreated();
    return new ImageLayers.Step(
        size == null ? 0 : Math.max(0, size),
        EngineJson.orEmpty(entry.getCreatedBy()),
        ImageSummary.date(created == null ? 0 : created));
  }

  private OptionalLong size() {
    Long size = answer.getSize();
    return size == null || size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
  }

  private String id() {
    return ImageIds.full(EngineJson.orEmpty(answer.getId()));
  }

  private ContainerConfig config() {
    ContainerConfig config = answer.getConfig();
    return config == null ? new ContainerConfig() : config;
  }

  private static List<String> list(String @Nullable [] array) {
    return array == null ? List.of() : Arrays.asList(array);
  }

  /** The list counts whole seconds; so does this, or the order of images would depend on it. */
  private Optional<Instant> createdAt() {
    try {
      OffsetDateTime time = OffsetDateTime.parse(EngineJson.orEmpty(answer.getCreated()));
      return ImageSummary.date(time.toInstant().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException _) {
      // An image may carry any text as its date, or none.
      return Optional.empty();
    }
  }
}
