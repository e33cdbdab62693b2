/** The desktop window. */
@NullMarked
package io.github.sandboxcache.ui;

import org.jspecify.annotations.NullMarked;
