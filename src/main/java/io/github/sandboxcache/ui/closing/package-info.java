/** What is asked when the window is to be closed while something is under way. */
@NullMarked
package io.github.sandboxcache.ui.closing;

import org.jspecify.annotations.NullMarked;
