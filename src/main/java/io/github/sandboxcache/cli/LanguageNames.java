package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Iterator;

/** The languages that a shell offers when it completes the command line. */
final class LanguageNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Language.KNOWN.stream().map(Language::name).sorted().iterator();
  }
}
