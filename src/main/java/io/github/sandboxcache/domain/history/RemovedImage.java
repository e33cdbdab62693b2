package io.github.sandboxcache.domain.history;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An image that was removed by its name.
 *
 * @param operation the id of the operation that removed it
 * @param recipe what it takes to make it again
 * @param time when that operation began, UTC
 * @param bytes the bytes that only this image had; empty when they are not known to the byte
 * @param madeAgain whether this app has made an image of that name since
 */
public record RemovedImage(
    long operation, ImageRecipe recipe, Instant time, OptionalLong bytes, boolean madeAgain) {}
