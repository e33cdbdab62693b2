/** Which images are pinned, so that no removal takes them. */
@NullMarked
package io.github.sandboxcache.domain.pins;

import org.jspecify.annotations.NullMarked;
