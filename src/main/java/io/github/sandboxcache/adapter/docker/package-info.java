/**
 * Real container engines, by docker-java's commands over its transport, and by requests of our own
 * where it has no command that would do. The only package that knows docker-java.
 */
@NullMarked
package io.github.sandboxcache.adapter.docker;

import org.jspecify.annotations.NullMarked;
