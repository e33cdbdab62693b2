/** Removed images that are kept as compressed archives, to be had back exactly as they were. */
@NullMarked
package io.github.sandboxcache.domain.archives;

import org.jspecify.annotations.NullMarked;
