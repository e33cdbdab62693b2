/** The list of the window's keys. */
@NullMarked
package io.github.sandboxcache.ui.keys;

import org.jspecify.annotations.NullMarked;
