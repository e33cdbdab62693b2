/** What tests against a real engine share. */
@NullMarked
package io.github.sandboxcache.testing;

import org.jspecify.annotations.NullMarked;
