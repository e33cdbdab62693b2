package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An engine's answer to the inspection of one container. */
record ContainerInspection(
    String id,
    @Nullable String name,
    @Nullable String created,
    @Nullable String image,
    @Nullable State state,
    @Nullable Config config) {
  record State(boolean running, @Nullable String startedAt) {}

  record Config(@Nullable String image, @Nullable Map<String, String> labels) {}

  ContainerLife toLife() {
    return new ContainerLife(
        new EngineContainer(
            id,
            withoutSlash(EngineJson.orEmpty(name)),
            ImageIds.full(EngineJson.orEmpty(image)),
            config == null ? "" : EngineJson.orEmpty(config.image()),
            state != null && state.running(),
            config == null ? Map.of() : EngineJson.orEmpty(config.labels())),
        time(created).orElse(Instant.EPOCH),
        state == null ? Optional.empty() : time(state.startedAt()));
  }

  private static String withoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /** Engines write the year 1 for what has never happened. */
  private static Optional<Instant> time(@Nullable String text) {
    try {
      return Optional.of(OffsetDateTime.parse(EngineJson.orEmpty(text)).toInstant())
          .filter(Instant.EPOCH::isBefore);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
