/** The main window itself. */
@NullMarked
package io.github.sandboxcache.ui.main;

import org.jspecify.annotations.NullMarked;
