/** The page of a cache without images. */
@NullMarked
package io.github.sandboxcache.ui.empty;

import org.jspecify.annotations.NullMarked;
