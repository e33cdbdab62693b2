/** What a removal would take, why the rest stays, and the careful removal itself. */
@NullMarked
package io.github.sandboxcache.domain.removal;

import org.jspecify.annotations.NullMarked;
