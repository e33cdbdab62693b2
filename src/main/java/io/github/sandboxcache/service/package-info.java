/** The cache service that the window and the command line share, and the live catalog. */
@NullMarked
package io.github.sandboxcache.service;

import org.jspecify.annotations.NullMarked;
