/** Makes the packages of a system out of the runtime image. */
@NullMarked
package io.github.sandboxcache.build.installers;

import org.jspecify.annotations.NullMarked;
