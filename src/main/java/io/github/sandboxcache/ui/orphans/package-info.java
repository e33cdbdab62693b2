/** Images without a name that failed saves left: the banner over the table, and what is done. */
@NullMarked
package io.github.sandboxcache.ui.orphans;

import org.jspecify.annotations.NullMarked;
