/** The pane about one image. */
@NullMarked
package io.github.sandboxcache.ui.details;

import org.jspecify.annotations.NullMarked;
