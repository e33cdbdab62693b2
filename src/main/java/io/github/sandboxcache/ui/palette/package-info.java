/** The palette: commands, engines and images, found by a few letters. */
@NullMarked
package io.github.sandboxcache.ui.palette;

import org.jspecify.annotations.NullMarked;
