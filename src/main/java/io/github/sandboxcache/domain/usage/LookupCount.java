package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.Language;
import java.time.Instant;

/**
 * Lookups of one language in one hour or day.
 *
 * @param start the beginning of the hour or day, UTC; lookups before the range that was asked for
 *     are not counted in the first one
 * @param language the language
 * @param count its hits and misses
 */
public record LookupCount(Instant start, Language language, HitCount count) {}
