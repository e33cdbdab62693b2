/** What the app does on the desktop outside of its window. */
@NullMarked
package io.github.sandboxcache.desktop;

import org.jspecify.annotations.NullMarked;
