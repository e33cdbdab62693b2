/**
 * What is inside an image: packages, files and waste of its own layers, and which packages somebody
 * asked for when it was made. Pure: it is told what somebody read out of the image. All texts come
 * from images and are untrusted.
 */
@NullMarked
package io.github.sandboxcache.domain.contents;

import org.jspecify.annotations.NullMarked;
