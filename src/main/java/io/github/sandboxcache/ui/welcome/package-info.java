/** What is shown instead of a cache: an empty one, or no engine; and the choice of an engine. */
@NullMarked
package io.github.sandboxcache.ui.welcome;

import org.jspecify.annotations.NullMarked;
