package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;

/**
 * A place where an engine may be.
 *
 * @param address the URI by which it is chosen
 * @param place the same as people are shown it
 * @param source which rule led there
 * @param name the docker context or variable that names it; empty for usual places
 */
public record EnginePlace(String address, String place, Source source, String name) {}
