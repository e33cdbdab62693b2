/** The strip of key figures. */
@NullMarked
package io.github.sandboxcache.ui.figures;

import org.jspecify.annotations.NullMarked;
