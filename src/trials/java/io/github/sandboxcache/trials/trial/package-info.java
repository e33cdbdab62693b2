/** The single trials. */
@NullMarked
package io.github.sandboxcache.trials.trial;

import org.jspecify.annotations.NullMarked;
