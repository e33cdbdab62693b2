/** Settings, pins and remembered lists in JSON files. */
@NullMarked
package io.github.sandboxcache.adapter.files;

import org.jspecify.annotations.NullMarked;
