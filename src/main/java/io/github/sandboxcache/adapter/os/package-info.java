/** What the operating system gives: one window at a time, notices, who the user is. */
@NullMarked
package io.github.sandboxcache.adapter.os;

import org.jspecify.annotations.NullMarked;
