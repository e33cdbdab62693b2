package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.Texts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of help and of wrong usage, from {@code help.properties} beside this class. */
final class HelpText {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("io.github.sandboxcache.cli.help", Locale.ROOT);

  private HelpText() {}

  static String of(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Texts.LOCALE).format(arguments);
  }
}
