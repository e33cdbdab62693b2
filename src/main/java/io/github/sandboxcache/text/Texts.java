package io.github.sandboxcache.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts for people, from the bundle {@code messages.properties} beside this class. Patterns are
 * those of {@link MessageFormat}: an apostrophe in a text that takes arguments is written twice.
 */
public final class Texts {
  /** The bundle's name, for FXML and picocli. */
  public static final String BUNDLE_NAME = "io.github.sandboxcache.text.messages";

  /** The language of the texts; numbers in them are written its way too. */
  public static final Locale LOCALE = Locale.ENGLISH;

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(BUNDLE_NAME, Locale.ROOT);

  private Texts() {}

  /** The bundle itself. */
  public static ResourceBundle bundle() {
    return BUNDLE;
  }

  /**
   * The text of a key, word for word.
   *
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static String text(String key) {
    return BUNDLE.getString(key);
  }

  /**
   * The text of a key with its arguments filled in.
   *
   * @param arguments what stands for {@code {0}}, {@code {1}} and so on; a number may be chosen by
   *     {@code {0,choice,…}}
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), LOCALE).format(arguments);
  }
}
