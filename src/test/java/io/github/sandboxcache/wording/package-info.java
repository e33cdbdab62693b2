/** Guards that every word of the app is translated, used, and nowhere but in the bundles. */
@NullMarked
package io.github.sandboxcache.wording;

import org.jspecify.annotations.NullMarked;
