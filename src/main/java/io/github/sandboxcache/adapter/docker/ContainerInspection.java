package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.ContainerState;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import java.net.HttpURLConnection;
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
  record State(
      boolean running,
      @Nullable Boolean paused,
      @JsonProperty("OOMKilled") @Nullable Boolean oomKilled,
      @Nullable String startedAt) {
    static final State UNKNOWN = new State(false, false, false, null);
  }

  record Config(@Nullable String image, @Nullable Map<String, String> labels) {}

  /** Inspects a container; empty when there is none of that name or id. */
  static Optional<ContainerInspection> of(EngineConnection engine, String container) {
    String path = "/containers/" + EngineRequest.pathPart(container) + "/json";
    try {
      return Optional.of(engine.send(EngineRequest.get(path), ContainerInspection.class));
    } catch (EngineRefusedException e) {
      // Podman's status for a container that is gone depends on where it notices.
      if (e.status() == HttpURLConnection.HTTP_NOT_FOUND
          || String.valueOf(e.getMessage()).contains("no such container")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  ContainerState toState() {
    State known = state == null ? State.UNKNOWN : state;
    return new ContainerState(
        known.running(),
        Boolean.TRUE.equals(known.paused()),
        Boolean.TRUE.equals(known.oomKilled()));
  }

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
