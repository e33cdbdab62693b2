/** The dialogs, pages and the activity panel on a headless screen, each photographed. */
@NullMarked
package io.github.sandboxcache.ui.app;

import org.jspecify.annotations.NullMarked;
