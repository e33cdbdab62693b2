/** Runs the mutation tests group by group. */
@NullMarked
package io.github.sandboxcache.build.mutation;

import org.jspecify.annotations.NullMarked;
