package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineContainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One item of an engine's container list. */
record ContainerSummary(
    String id,
    @Nullable List<String> names,
    @Nullable String image,
    @Nullable String imageID,
    @Nullable String state,
    @Nullable String status,
    long created,
    @Nullable Map<String, String> labels) {
  private static final Set<String> WITH_PROCESS = Set.of("running", "paused", "restarting");

  String imageName() {
    return EngineJson.orEmpty(image);
  }

  String listedImageId() {
    return ImageIds.full(EngineJson.orEmpty(imageID));
  }

  EngineContainer toContainer(String resolvedImageId, Instant now) {
    return new EngineContainer(
        id,
        name(),
        resolvedImageId,
        imageName(),
        WITH_PROCESS.contains(EngineJson.orEmpty(state)),
        EngineJson.orEmpty(labels),
        ContainerStatus.unchangedSince(
            EngineJson.orEmpty(status), ImageSummary.date(created), now));
  }

  private String name() {
    return EngineJson.orEmpty(names).stream()
        .findFirst()
        .map(first -> first.startsWith("/") ? first.substring(1) : first)
        .orElse(id);
  }
}
