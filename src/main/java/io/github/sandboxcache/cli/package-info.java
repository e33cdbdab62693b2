/**
 * The command line: one thin class per verb, its documents for programs and its tables for people.
 * Knows no window.
 */
@NullMarked
package io.github.sandboxcache.cli;

import org.jspecify.annotations.NullMarked;
