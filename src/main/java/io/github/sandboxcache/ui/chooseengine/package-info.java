/** The dialog in which another engine is named. */
@NullMarked
package io.github.sandboxcache.ui.chooseengine;

import org.jspecify.annotations.NullMarked;
