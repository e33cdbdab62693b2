/** What the user sets, and where the files of this user belong. */
@NullMarked
package io.github.sandboxcache.domain.settings;

import org.jspecify.annotations.NullMarked;
