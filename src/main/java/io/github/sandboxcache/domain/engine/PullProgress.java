package io.github.sandboxcache.domain.engine;

/**
 * How far a pull or a push is, over all layers seen so far.
 *
 * @param status the engine's last words
 * @param doneBytes bytes loaded or sent so far
 * @param totalBytes bytes known to be loaded or sent in all, 0 while unknown; grows as layers are
 *     found
 */
public record PullProgress(String status, long doneBytes, long totalBytes) {}
