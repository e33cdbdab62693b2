/** Hits and misses over time: charts, tables, export. */
@NullMarked
package io.github.sandboxcache.ui.usage;

import org.jspecify.annotations.NullMarked;
