package io.github.sandboxcache.domain.cache;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language of a sandbox, as it stands in an image's repository name.
 *
 * <p>The sandbox itself knows seven languages; any other well-formed name is a language too and is
 * shown as a group of its own.
 *
 * @param name lower-case name matching {@value #PATTERN}, for example {@code python}; engines take
 *     no repository of more than 255 characters, of which {@code mcp-sandbox-} is twelve
 */
public record Language(String name) implements Comparable<Language> {
  static final String PATTERN = "[a-z][a-z0-9+.-]{0,242}";

  // Stands before the languages, whose constructor needs it.
  private static final Pattern NAME = Pattern.compile(PATTERN);

  public static final Language PYTHON = new Language("python");
  public static final Language TYPESCRIPT = new Language("typescript");
  public static final Language JAVASCRIPT = new Language("javascript");
  public static final Language GO = new Language("go");
  public static final Language RUST = new Language("rust");
  public static final Language BASH = new Language("bash");
  public static final Language RUBY = new Language("ruby");

  /** The languages that the sandbox can install packages for, in the order they are offered. */
  public static final List<Language> KNOWN =
      List.of(PYTHON, TYPESCRIPT, JAVASCRIPT, GO, RUST, BASH, RUBY);

  /** Refuses a name that no repository of the cache can carry. */
  public Language {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a language name: " + name);
    }
  }

  /** The language of that name, or empty when the name is not well-formed. */
  public static Optional<Language> parse(String name) {
    return NAME.matcher(name).matches() ? Optional.of(new Language(name)) : Optional.empty();
  }

  /** Whether the sandbox itself knows this language. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Known languages in their fixed order, then the others by name. */
  @Override
  public int compareTo(Language other) {
    int mine = KNOWN.indexOf(this);
    int theirs = KNOWN.indexOf(other);
    if (mine >= 0 || theirs >= 0) {
      return Integer.compare(mine < 0 ? KNOWN.size() : mine, theirs < 0 ? KNOWN.size() : theirs);
    }
    return name.compareTo(other.name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Language(String otherName) && name.equals(otherName);
  }

  /** Written out as {@code equals}: what a record has by itself is put together at every start. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
