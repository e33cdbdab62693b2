package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Iterator;
import java.util.Optional;

/** The languages that packages can be installed for, as a shell offers them. */
final class LanguageNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Language.KNOWN.stream().map(Language::name).sorted().iterator();
  }

  /** The language of that name; says so where there is none. */
  static Optional<Language> find(String name, Output output) {
    Optional<Language> language = Language.parse(name).filter(Language::isKnown);
    if (language.isEmpty()) {
      output.problem(problem(name));
    }
    return language;
  }

  /** Why nothing can be installed for a language of that name. */
  static String problem(String name) {
    return HelpText.of(
        "problem.language",
        name,
        String.join(", ", Language.KNOWN.stream().map(Language::name).toList()));
  }
}
