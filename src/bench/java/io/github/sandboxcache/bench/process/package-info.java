/** Whole processes, as users start them. */
@NullMarked
package io.github.sandboxcache.bench.process;

import org.jspecify.annotations.NullMarked;
