/** The main window's layers and slots, and the commands that its controls give. */
@NullMarked
package io.github.sandboxcache.ui.shell;

import org.jspecify.annotations.NullMarked;
