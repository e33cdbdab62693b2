package io.github.sandboxcache.text;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/**
 * The texts for people, in the {@linkplain TextLanguage#current() current language}, from the
 * bundle {@code messages} beside this class. Patterns are those of {@link MessageFormat}: an
 * apostrophe in a text that takes arguments is written twice.
 */
public final class Texts {
  private static final String BUNDLE_NAME = "io.github.sandboxcache.text.messages";

  private Texts() {}

  /** The bundle itself. */
  public static ResourceBundle bundle() {
    return TextLanguage.current().bundle(BUNDLE_NAME);
  }

  /**
   * The text of a key, word for word.
   *
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static String text(String key) {
    return bundle().getString(key);
  }

  /**
   * The text of a key with its arguments filled in.
   *
   * @param arguments what stands for {@code {0}}, {@code {1}} and so on; a number may be chosen by
   *     {@code {0,choice,…}}
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static String text(String key, Object... arguments) {
    TextLanguage language = TextLanguage.current();
    return new MessageFormat(language.bundle(BUNDLE_NAME).getString(key), language.format())
        .format(arguments);
  }

  /** A number with all its decimals and no grouping: {@code 2.80}, {@code 2,80}. */
  public static String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(TextLanguage.current().format());
    format.setGroupingUsed(false);
    format.setMinimumFractionDigits(number.scale());
    format.setMaximumFractionDigits(number.scale());
    return format.format(number);
  }

  /**
   * How dates are written whose pattern is the text of a key.
   *
   * @throws java.util.MissingResourceException when there is no such key
   */
  public static DateTimeFormatter date(String key) {
    return DateTimeFormatter.ofPattern(text(key), TextLanguage.current().format());
  }
}
