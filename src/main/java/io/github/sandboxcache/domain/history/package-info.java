/** What is and was done to the cache, and what it takes to undo it. */
@NullMarked
package io.github.sandboxcache.domain.history;

import org.jspecify.annotations.NullMarked;
