/** Requests to a real engine. */
@NullMarked
package io.github.sandboxcache.bench.engine;

import org.jspecify.annotations.NullMarked;
