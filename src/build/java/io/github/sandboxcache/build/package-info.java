/** Small programs that a build runs with the source launcher. */
@NullMarked
package io.github.sandboxcache.build;

import org.jspecify.annotations.NullMarked;
