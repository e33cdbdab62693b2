/** Says what each number in the window means. */
@NullMarked
package io.github.sandboxcache.ui.help;

import org.jspecify.annotations.NullMarked;
