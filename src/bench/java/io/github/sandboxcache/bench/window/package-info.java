/** The window: launch, live changes, memory. */
@NullMarked
package io.github.sandboxcache.bench.window;

import org.jspecify.annotations.NullMarked;
