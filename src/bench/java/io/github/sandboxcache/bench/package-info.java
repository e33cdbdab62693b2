/** The benchmarks: what is measured, beside what, and the report. Never part of the app. */
@NullMarked
package io.github.sandboxcache.bench;

import org.jspecify.annotations.NullMarked;
