package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is read of an engine's answer to {@code /system/df}. */
record DiskUsage(@Nullable Long layersSize, @Nullable List<ImageSummary> images) {
  /**
   * The count; Podman says 0 where it has none.
   *
   * @param withShared whether to take what each image shares from here
   */
  EngineDiskUsage toUsage(ReferenceNaming naming, boolean withShared) {
    Map<String, Long> shared = new HashMap<>();
    if (withShared) {
      for (ImageSummary image : EngineJson.orEmpty(images)) {
        image.sharedBytes(naming).ifPresent(bytes -> shared.put(ImageIds.full(image.id()), bytes));
      }
    }
    return new EngineDiskUsage(
        layersSize == null || layersSize <= 0 ? OptionalLong.empty() : OptionalLong.of(layersSize),
        shared);
  }
}
