package io.github.sandboxcache.domain.contents;

import io.github.sandboxcache.domain.cache.Language;

/** Where packages come from, each with names, versions and files of its own form. */
public enum Ecosystem {
  PYTHON,
  NPM,
  GO,
  CARGO,
  DEBIAN,
  ALPINE,
  RUBY;

  /** Whether the packages of a sandbox of that language are of this kind. */
  public boolean serves(Language language) {
    return switch (this) {
      case PYTHON -> language.equals(Language.PYTHON);
      case NPM -> language.equals(Language.JAVASCRIPT) || language.equals(Language.TYPESCRIPT);
      case GO -> language.equals(Language.GO);
      case CARGO -> language.equals(Language.RUST);
      case DEBIAN, ALPINE -> language.equals(Language.BASH);
      case RUBY -> language.equals(Language.RUBY);
    };
  }
}
