/** The images of the cache as one immutable picture, grouped by language and counted. */
@NullMarked
package io.github.sandboxcache.domain.catalog;

import org.jspecify.annotations.NullMarked;
