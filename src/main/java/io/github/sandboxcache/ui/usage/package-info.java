/** The strip of charts. */
@NullMarked
package io.github.sandboxcache.ui.usage;

import org.jspecify.annotations.NullMarked;
