/** The preview of a prune: what goes, what stays and why. */
@NullMarked
package io.github.sandboxcache.ui.prune;

import org.jspecify.annotations.NullMarked;
