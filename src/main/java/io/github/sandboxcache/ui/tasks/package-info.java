/**
 * Background tasks as the window shows them: starting, undoing, watching, retrying, and what
 * closing the window would end.
 */
@NullMarked
package io.github.sandboxcache.ui.tasks;

import org.jspecify.annotations.NullMarked;
