package io.github.sandboxcache.ui.install;

import java.util.Optional;

/**
 * One package in the field.
 *
 * @param name as given, untrusted
 * @param problem why it is refused, in words; empty when it is fine
 */
record PackageChip(String name, Optional<String> problem) {
  boolean valid() {
    return problem.isEmpty();
  }
}
