/** What is asked before images are removed: prune preview, clear, remove. */
@NullMarked
package io.github.sandboxcache.ui.removal;

import org.jspecify.annotations.NullMarked;
