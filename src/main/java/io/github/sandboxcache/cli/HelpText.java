package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.TextLanguage;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of help and of wrong usage, from the bundle {@code help} beside this class. */
final class HelpText {
  private HelpText() {}

  /** The bundle itself, for picocli. */
  static ResourceBundle bundle() {
    return TextLanguage.current().bundle("io.github.sandboxcache.cli.help");
  }

  static String of(String key, Object... arguments) {
    return new MessageFormat(bundle().getString(key), TextLanguage.current().format())
        .format(arguments);
  }
}
