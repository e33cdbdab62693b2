/** The ledger at one million facts, and reading logs. */
@NullMarked
package io.github.sandboxcache.bench.ledger;

import org.jspecify.annotations.NullMarked;
