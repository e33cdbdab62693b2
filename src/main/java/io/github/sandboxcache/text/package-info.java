/**
 * Words that the window and the command line share: sizes, times, reasons, and untrusted text made
 * harmless.
 */
@NullMarked
package io.github.sandboxcache.text;

import org.jspecify.annotations.NullMarked;
