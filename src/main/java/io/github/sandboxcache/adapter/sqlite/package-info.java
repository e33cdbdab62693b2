/** The usage ledger in an embedded SQLite database. The only package that knows SQL. */
@NullMarked
package io.github.sandboxcache.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
