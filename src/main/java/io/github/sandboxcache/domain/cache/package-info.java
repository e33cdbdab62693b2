/**
 * What a cached image is: languages, cache keys, references, labels. Pure: no engine, no toolkit.
 */
@NullMarked
package io.github.sandboxcache.domain.cache;

import org.jspecify.annotations.NullMarked;
