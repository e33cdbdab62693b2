/**
 * What every part of the window stands on: loading views, words, theme, what the window shows and
 * where it shows it.
 */
@NullMarked
package io.github.sandboxcache.ui.base;

import org.jspecify.annotations.NullMarked;
