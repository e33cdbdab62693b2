/** The question before single images go. */
@NullMarked
package io.github.sandboxcache.ui.remove;

import org.jspecify.annotations.NullMarked;
