/** A real engine: what is on it, and things of ours made there. */
@NullMarked
package io.github.sandboxcache.trials.engine;

import org.jspecify.annotations.NullMarked;
