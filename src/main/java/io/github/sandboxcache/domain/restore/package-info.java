/** Making removed images again: what of them is known, and what came of it. */
@NullMarked
package io.github.sandboxcache.domain.restore;

import org.jspecify.annotations.NullMarked;
