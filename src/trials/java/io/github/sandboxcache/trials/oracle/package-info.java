/** What the rules say. Written from the rules alone: nothing of the app is used here. */
@NullMarked
package io.github.sandboxcache.trials.oracle;

import org.jspecify.annotations.NullMarked;
