/** The trials: the packaged command line against real engines, judged by rules of its own. */
@NullMarked
package io.github.sandboxcache.trials;

import org.jspecify.annotations.NullMarked;
