package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerConfig;
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

/**
 * An engine's answer to the inspection of one container.
 *
 * @param answer as docker-java reads it
 */
record ContainerInspection(InspectContainerResponse answer) {
  /** Inspects a container; empty when there is none of that name or id. */
  static Optional<ContainerInspection> of(EngineConnection engine, String container) {
    try {
      return Optional.of(
          new ContainerInspection(engine.ask(engine.commands().inspectContainerCmd(container))));
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
    var state = answer.getState();
    return new ContainerState(
        isRunning(),
        state != null && Boolean.TRUE.equals(state.getPaused()),
        state != null && Boolean.TRUE.equals(state.getOOMKilled()));
  }

  ContainerLife toLife() {
    ContainerConfig config = answer.getConfig();
    var state = answer.getState();
    return new ContainerLife(
        new EngineContainer(
            EngineJson.orEmpty(answer.getId()),
            withoutSlash(EngineJson.orEmpty(answer.getName())),
            ImageIds.full(EngineJson.orEmpty(answer.getImageId())),
            config == null ? "" : EngineJson.orEmpty(config.getImage()),
            isRunning(),
            config == null ? Map.of() : EngineJson.orEmpty(config.getLabels())),
        time(answer.getCreated()).orElse(Instant.EPOCH),
        state == null ? Optional.empty() : time(state.getStartedAt()));
  }

  private boolean isRunning() {
    var state = answer.getState();
    return state != null && Boolean.TRUE.equals(state.getRunning());
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
