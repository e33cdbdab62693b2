package io.github.sandboxcache.domain.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * When a container began.
 *
 * @param container the container
 * @param createdAt when it was created, UTC
 * @param startedAt when it was last started, UTC; empty when never
 */
public record ContainerLife(
    EngineContainer container, Instant createdAt, Optional<Instant> startedAt) {}
