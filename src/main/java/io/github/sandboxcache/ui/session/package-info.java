/** One connection to an engine, as the window uses it. */
@NullMarked
package io.github.sandboxcache.ui.session;

import org.jspecify.annotations.NullMarked;
