package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the packages that somebody asked for from those that came along with them. */
public final class AskedNames {
  private final Language language;
  private final Optional<Set<String>> names;

  private AskedNames(Language language, Optional<Set<String>> names) {
    this.language = language;
    this.names = names;
  }

  /** Those of an image of that language. */
  public static AskedNames of(Language language, Optional<AskedPackages> asked) {
    return new AskedNames(
        language,
        asked
            .filter(known -> known.from() != PackagesFrom.GUESS)
            .map(
                known ->
                    known.names().stream()
                        .map(given -> plain(language, PackageName.of(language, given).name()))
                        .collect(Collectors.toSet())));
  }

  /**
   * Whether an installed package is one of them.
   *
   * @param name as its own metadata spells it
   * @param marked whether its package manager marked it so, which decides where nobody knows better
   */
  public boolean contains(String name, boolean marked) {
    if (names.isEmpty()) {
      return marked;
    }
    String plain = plain(language, name);
    return names.get().contains(plain)
        // Of Go's packages, the module is what is installed.
        || (language.equals(Language.GO)
            && names.get().stream().anyMatch(asked -> asked.startsWith(plain + "/")));
  }

  /** A name in one spelling: pip takes all spellings of a name for the same. */
  public static String plain(Language language, String name) {
    return language.equals(Language.PYTHON)
        ? name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")
        : name;
  }
}
