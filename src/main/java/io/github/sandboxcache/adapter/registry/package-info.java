/** Registries by the distribution API: listing, looking, deleting. */
@NullMarked
package io.github.sandboxcache.adapter.registry;

import org.jspecify.annotations.NullMarked;
