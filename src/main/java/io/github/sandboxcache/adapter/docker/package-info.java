/**
 * Real container engines, spoken to over docker-java's transport. The only package that knows
 * docker-java.
 *
 * <p>Requests are written here rather than by docker-java's commands: those cannot negotiate a
 * version, ask for shared sizes, read {@code /system/df}, keep a commit's comment or be closed
 * before their stream has begun.
 */
@NullMarked
package io.github.sandboxcache.adapter.docker;

import org.jspecify.annotations.NullMarked;
