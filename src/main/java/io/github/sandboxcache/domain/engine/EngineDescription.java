package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.cache.ReferenceNaming;

/**
 * Which engine answers, and how it is spoken to.
 *
 * @param product {@code Docker}, {@code Podman}, or {@code Sample data}
 * @param version the engine's own version, for example {@code 28.5.2}
 * @param apiVersion the API version pinned for this connection, for example {@code 1.47}
 * @param endpoint the URI it is reached at
 * @param source where that URI came from, for people: an option, a variable, a context's name
 * @param naming how it spells local references
 * @param sample whether everything in it is made up
 */
public record EngineDescription(
    String product,
    String version,
    String apiVersion,
    String endpoint,
    String source,
    ReferenceNaming naming,
    boolean sample) {}
