/** What prune and clear would remove, why the rest stays, and the careful removal itself. */
@NullMarked
package io.github.sandboxcache.removal;

import org.jspecify.annotations.NullMarked;
