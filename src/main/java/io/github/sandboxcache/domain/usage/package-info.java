/** Hits and misses: how they are recorded, kept across restarts and summed up. */
@NullMarked
package io.github.sandboxcache.domain.usage;

import org.jspecify.annotations.NullMarked;
