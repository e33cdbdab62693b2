/** Background tasks as the window shows them: starting, undoing, watching, retrying. */
@NullMarked
package io.github.sandboxcache.ui.activity;

import org.jspecify.annotations.NullMarked;
