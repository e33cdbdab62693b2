package io.github.sandboxcache.text;

import java.util.Locale;
import java.util.Locale.Category;
import java.util.ResourceBundle;

/** The languages in which the app's words are written. */
public enum TextLanguage {
  ENGLISH(Locale.ENGLISH, Locale.ROOT),
  GERMAN(Locale.GERMAN, Locale.GERMAN);

  /** Named, because Java would look for providers of others in every jar. */
  private static final ResourceBundle.Control PROPERTIES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final Locale bundleLocale;

  /**
   * A language.
   *
   * @param bundleLocale under which the bundles have it; English is what they fall back to
   */
  TextLanguage(Locale locale, Locale bundleLocale) {
    this.locale = locale;
    this.bundleLocale = bundleLocale;
  }

  /** The language of the process's display locale; English where there is no translation. */
  public static TextLanguage current() {
    String language = Locale.getDefault(Category.DISPLAY).getLanguage();
    return language.equals(GERMAN.locale.getLanguage()) ? GERMAN : ENGLISH;
  }

  /** The language itself, without a country. */
  public Locale locale() {
    return locale;
  }

  /**
   * How numbers and dates are written in its texts: as in the user's country where that speaks the
   * language, so that a sentence is never half in one and half in another.
   */
  public Locale format() {
    Locale user = Locale.getDefault(Category.FORMAT);
    return user.getLanguage().equals(locale.getLanguage()) ? user : locale;
  }

  /**
   * The texts of that name in this language.
   *
   * @param baseName the bundle's full name
   * @throws java.util.MissingResourceException when there is no such bundle
   */
  public ResourceBundle bundle(String baseName) {
    return ResourceBundle.getBundle(baseName, bundleLocale, PROPERTIES);
  }
}
