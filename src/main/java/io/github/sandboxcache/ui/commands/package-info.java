/** What the main window's commands do: which dialog, page, panel or task each one opens. */
@NullMarked
package io.github.sandboxcache.ui.commands;

import org.jspecify.annotations.NullMarked;
