package io.github.sandboxcache.domain.engine;

/**
 * How far a pull is, over all layers seen so far.
 *
 * @param status the engine's last words
 * @param doneBytes bytes loaded so far
 * @param totalBytes bytes known to be loaded in all, 0 while unknown; grows as layers are found
 */
public record PullProgress(String status, long doneBytes, long totalBytes) {}
