/**
 * Reads what is inside an image out of the archive that an engine saves of it: one stream, read
 * once, in bounded memory. Nothing of the image is ever started, unpacked or followed, and none of
 * it is trusted.
 */
@NullMarked
package io.github.sandboxcache.adapter.contents;

import org.jspecify.annotations.NullMarked;
