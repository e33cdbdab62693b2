/** What the user can set, where it is kept, and the platform's directories. */
@NullMarked
package io.github.sandboxcache.settings;

import org.jspecify.annotations.NullMarked;
