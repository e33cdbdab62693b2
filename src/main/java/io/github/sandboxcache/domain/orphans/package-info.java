/** Images without a name that failed saves of the sandbox left, and the names they should have. */
@NullMarked
package io.github.sandboxcache.domain.orphans;

import org.jspecify.annotations.NullMarked;
