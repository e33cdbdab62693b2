/** A believable cache in memory, for exploring the app without an engine. */
@NullMarked
package io.github.sandboxcache.adapter.sample;

import org.jspecify.annotations.NullMarked;
