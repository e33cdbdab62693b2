/** Colours, fonts, icons: the look of every window. */
@NullMarked
package io.github.sandboxcache.ui.theme;

import org.jspecify.annotations.NullMarked;
