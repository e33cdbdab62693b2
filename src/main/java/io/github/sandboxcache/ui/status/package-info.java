/** The status bar. */
@NullMarked
package io.github.sandboxcache.ui.status;

import org.jspecify.annotations.NullMarked;
