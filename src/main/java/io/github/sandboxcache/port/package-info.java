/** What the domain asks of a container engine, and the plain data an engine answers with. */
@NullMarked
package io.github.sandboxcache.port;

import org.jspecify.annotations.NullMarked;
