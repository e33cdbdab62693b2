/** Says what runs here, where its files are and under which licences, and copies diagnostics. */
@NullMarked
package io.github.sandboxcache.ui.about;

import org.jspecify.annotations.NullMarked;
