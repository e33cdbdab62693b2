package io.github.sandboxcache.domain.engine;

/**
 * How a container is.
 *
 * @param running whether its main process runs, paused or not
 * @param paused whether the engine holds it still, as it does while it commits it
 * @param outOfMemory whether one of its processes was ended because of the memory limit
 */
public record ContainerState(boolean running, boolean paused, boolean outOfMemory) {}
