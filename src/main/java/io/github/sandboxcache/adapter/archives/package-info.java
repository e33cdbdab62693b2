/** Archives of removed images in files, packed by zstd; the only room that knows it. */
@NullMarked
package io.github.sandboxcache.adapter.archives;

import org.jspecify.annotations.NullMarked;
