/** What is looked at when something seems wrong, what was found, and how bad that is. */
@NullMarked
package io.github.sandboxcache.domain.checkup;

import org.jspecify.annotations.NullMarked;
