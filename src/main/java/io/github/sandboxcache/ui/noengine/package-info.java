/** The page that says which engines were tried and why none worked. */
@NullMarked
package io.github.sandboxcache.ui.noengine;

import org.jspecify.annotations.NullMarked;
