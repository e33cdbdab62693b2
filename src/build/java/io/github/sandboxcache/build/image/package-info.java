/** Makes the runtime image: the app with a Java runtime and a cache of classes of its own. */
@NullMarked
package io.github.sandboxcache.build.image;

import org.jspecify.annotations.NullMarked;
