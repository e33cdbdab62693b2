/** The settings dialog. */
@NullMarked
package io.github.sandboxcache.ui.settings;

import org.jspecify.annotations.NullMarked;
