/** Installs: package name rules, one recipe per language, and the steps from container to image. */
@NullMarked
package io.github.sandboxcache.domain.install;

import org.jspecify.annotations.NullMarked;
