/** The main window as a whole: its start, its commands and keys, help and about. */
@NullMarked
package io.github.sandboxcache.ui.app;

import org.jspecify.annotations.NullMarked;
