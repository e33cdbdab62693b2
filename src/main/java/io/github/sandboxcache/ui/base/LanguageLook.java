package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Locale;

/** How a language is shown: its name for people and the style class that brings its colours. */
public final class LanguageLook {
  /** The style class of languages without colours of their own. */
  public static final String UNKNOWN = "lang-other";

  private LanguageLook() {}

  /** The language's name as people write it; that of an unknown language stands as it is. */
  public static String displayName(Language language) {
    return switch (language.name()) {
      case "typescript" -> "TypeScript";
      case "javascript" -> "JavaScript";
      default -> language.isKnown() ? capitalized(language.name()) : language.name();
    };
  }

  /** The style class under which {@code -sc-lang} and {@code -sc-lang-soft} are its colours. */
  public static String styleClass(Language language) {
    return language.isKnown() ? "lang-" + language.name() : UNKNOWN;
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
