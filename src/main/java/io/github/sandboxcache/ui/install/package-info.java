/** The Install dialog: what is asked for, what it will be called, and the run itself. */
@NullMarked
package io.github.sandboxcache.ui.install;

import org.jspecify.annotations.NullMarked;
