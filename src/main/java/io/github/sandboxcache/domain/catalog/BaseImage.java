package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.BaseReference;
import io.github.sandboxcache.domain.engine.EngineImage;

/**
 * One reference of a base image of the sandbox. Shown, counted apart, never removed.
 *
 * @param reference the reference as the user knows it
 * @param image the image behind it
 * @param users the containers made from the image
 */
public record BaseImage(BaseReference reference, EngineImage image, Users users) {}
