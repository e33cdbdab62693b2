/** Guards the window: its models without a screen, its looks and keys on the headless platform. */
@NullMarked
package io.github.sandboxcache.ui;

import org.jspecify.annotations.NullMarked;
