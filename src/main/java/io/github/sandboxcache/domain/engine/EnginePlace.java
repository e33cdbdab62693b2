package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;

/**
 * A place where an engine may be.
 *
 * @param address the URI by which it is chosen
 * @param place the same as people are shown it
 * @param source which rule led there
 * @param name what its owner calls it: a docker context, a variable, a virtual machine; empty where
 *     there is only one of its kind
 */
public record EnginePlace(String address, String place, Source source, String name) {}
