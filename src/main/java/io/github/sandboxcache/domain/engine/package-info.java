/** What the app asks of a container engine, and the plain data an engine answers with. */
@NullMarked
package io.github.sandboxcache.domain.engine;

import org.jspecify.annotations.NullMarked;
