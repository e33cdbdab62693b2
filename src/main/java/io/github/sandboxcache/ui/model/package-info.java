/** What the window knows, as observable values of the FX thread. */
@NullMarked
package io.github.sandboxcache.ui.model;

import org.jspecify.annotations.NullMarked;
