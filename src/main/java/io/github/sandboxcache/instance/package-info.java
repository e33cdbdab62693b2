/** One window at a time: a second start brings the first to the front. Knows no toolkit. */
@NullMarked
package io.github.sandboxcache.instance;

import org.jspecify.annotations.NullMarked;
