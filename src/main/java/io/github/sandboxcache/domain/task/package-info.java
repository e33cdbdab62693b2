/** Background tasks: progress, cancellation, countdown, outcome. Knows no toolkit. */
@NullMarked
package io.github.sandboxcache.domain.task;

import org.jspecify.annotations.NullMarked;
