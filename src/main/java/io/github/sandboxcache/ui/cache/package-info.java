/** The cache at a glance and in detail: header, figures, table of images, details of one image. */
@NullMarked
package io.github.sandboxcache.ui.cache;

import org.jspecify.annotations.NullMarked;
