/** What the rules of prune are worth, in simulations. */
@NullMarked
package io.github.sandboxcache.bench.prune;

import org.jspecify.annotations.NullMarked;
