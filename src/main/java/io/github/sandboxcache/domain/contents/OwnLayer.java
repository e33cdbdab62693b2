package io.github.sandboxcache.domain.contents;

/**
 * A layer that is not of the base.
 *
 * @param diffId of what is in it, {@code sha256:…}
 * @param count its files, those that a later layer hides included
 */
public record OwnLayer(String diffId, FileCount count) {}
