/** Figures, tables and the report file. */
@NullMarked
package io.github.sandboxcache.bench.report;

import org.jspecify.annotations.NullMarked;
