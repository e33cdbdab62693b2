/** A team's cache in a registry: addresses, what is there, what is asked of it. No words. */
@NullMarked
package io.github.sandboxcache.domain.registry;

import org.jspecify.annotations.NullMarked;
