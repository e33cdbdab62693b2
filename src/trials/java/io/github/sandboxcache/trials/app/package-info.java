/** The app as a user starts it, and what it says. */
@NullMarked
package io.github.sandboxcache.trials.app;

import org.jspecify.annotations.NullMarked;
