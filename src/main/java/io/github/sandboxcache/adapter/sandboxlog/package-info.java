/** Facts from the log of the sandbox server: read once from files, or followed as they grow. */
@NullMarked
package io.github.sandboxcache.adapter.sandboxlog;

import org.jspecify.annotations.NullMarked;
