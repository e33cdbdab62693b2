/**
 * The layers of all images of an engine as one graph: what each holds, what it shares, and what the
 * removal of some of them frees. Pure: it is told what the engine says of each image.
 */
@NullMarked
package io.github.sandboxcache.domain.layers;

import org.jspecify.annotations.NullMarked;
