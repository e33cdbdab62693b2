/** Logs of the sandbox server: found, dropped or chosen, and then followed or read once. */
@NullMarked
package io.github.sandboxcache.ui.connect;

import org.jspecify.annotations.NullMarked;
