/** The header: engine, search and the commands. */
@NullMarked
package io.github.sandboxcache.ui.header;

import org.jspecify.annotations.NullMarked;
