package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.text.TextLanguage;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, from one resource bundle in one language. Thread-safe. */
public final class UiTexts {
  private static final String PACKAGE = "io.github.sandboxcache.ui.base.";

  private final ResourceBundle bundle;
  private final Locale format;

  private UiTexts(ResourceBundle bundle, Locale format) {
    this.bundle = bundle;
    this.format = format;
  }

  /** The bundle of that name beside this class, for example {@code ui}, in the language now. */
  public static UiTexts load(String name) {
    TextLanguage language = TextLanguage.current();
    return new UiTexts(language.bundle(PACKAGE + name), language.format());
  }

  /** The bundle itself, for FXML's {@code %key}. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /**
   * The words under a key.
   *
   * @param arguments put in by {@link MessageFormat}; with none the words stand as they are
   */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, format).format(arguments);
  }
}
