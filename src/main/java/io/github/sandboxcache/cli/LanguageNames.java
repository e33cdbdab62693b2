package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Iterator;

/** The languages that packages can be installed for, as a shell offers them. */
final class LanguageNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Language.KNOWN.stream().map(Language::name).sorted().iterator();
  }

  /** Why nothing can be installed for a language of that name. */
  static String problem(String name) {
    return HelpText.of(
        "problem.language",
        name,
        String.join(", ", Language.KNOWN.stream().map(Language::name).toList()));
  }
}
