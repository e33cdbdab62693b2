/** How views are loaded, where their words come from, and the way onto the FX thread. */
@NullMarked
package io.github.sandboxcache.ui.fx;

import org.jspecify.annotations.NullMarked;
