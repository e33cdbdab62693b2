package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Optional;

/** The rules by which package names are refused before anything runs. */
@FunctionalInterface
public interface PackageCheck {
  /**
   * Why that name is refused for that language, in words that name both; empty when it is fine.
   *
   * @param packageName as typed, untrusted; harmless in the words that come back
   */
  Optional<String> problem(Language language, String packageName);
}
