/** Main and the composition root: the one place where objects are wired. */
@NullMarked
package io.github.sandboxcache.launch;

import org.jspecify.annotations.NullMarked;
