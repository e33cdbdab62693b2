package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.layers.ImageLayers;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an engine's inspection of an image says of its layers; docker-java leaves that out. */
record LayerInspection(
    String id,
    @Nullable Long size,
    @JsonProperty("RootFS") @Nullable RootFs rootFs,
    @Nullable JsonNode descriptor) {
  record RootFs(@Nullable List<String> layers) {}

  /** One step of an image's history, which engines give newest first. */
  record HistoryEntry(@Nullable Long created, @Nullable String createdBy, @Nullable Long size) {
    ImageLayers.Step toStep() {
      return new ImageLayers.Step(
          size == null ? 0 : Math.max(0, size),
          EngineJson.orEmpty(createdBy),
          ImageSummary.date(created == null ? 0 : created));
    }
  }

  /**
   * The layers with their history.
   *
   * @param sizeIsOfLayers whether the engine's size is that of the layers unpacked; Podman's counts
   *     manifests, too
   */
  ImageLayers with(List<HistoryEntry> history, boolean sizeIsOfLayers) {
    OptionalLong known = size == null || size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    // Only images of the containerd store have a descriptor; there the size is of compressed
    // layers.
    boolean compressed = descriptor != null && !descriptor.isNull();
    return new ImageLayers(
        ImageIds.full(id),
        rootFs == null ? List.of() : EngineJson.orEmpty(rootFs.layers()),
        history.reversed().stream().map(HistoryEntry::toStep).toList(),
        sizeIsOfLayers && !compressed ? known : OptionalLong.empty(),
        compressed ? known : OptionalLong.empty());
  }
}
