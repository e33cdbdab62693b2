/** The tree table of images by language. */
@NullMarked
package io.github.sandboxcache.ui.images;

import org.jspecify.annotations.NullMarked;
