/** Background tasks: progress, cancellation, countdown, outcome. Knows no toolkit. */
@NullMarked
package io.github.sandboxcache.task;

import org.jspecify.annotations.NullMarked;
