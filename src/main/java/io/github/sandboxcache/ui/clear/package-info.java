/** The question before everything that can go goes. */
@NullMarked
package io.github.sandboxcache.ui.clear;

import org.jspecify.annotations.NullMarked;
