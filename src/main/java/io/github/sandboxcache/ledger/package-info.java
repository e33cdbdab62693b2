/** The usage ledger in an embedded SQLite database. The only package that knows SQL. */
@NullMarked
package io.github.sandboxcache.ledger;

import org.jspecify.annotations.NullMarked;
