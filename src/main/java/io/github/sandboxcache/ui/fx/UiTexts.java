package io.github.sandboxcache.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, from one resource bundle. Thread-safe. */
public final class UiTexts {
  private static final String PACKAGE = "io.github.sandboxcache.ui.";

  private final ResourceBundle bundle;

  private UiTexts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The bundle of that name in package {@code ui}, for example {@code ui}. */
  public static UiTexts load(String name) {
    return new UiTexts(ResourceBundle.getBundle(PACKAGE + name, Locale.ENGLISH));
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
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
  }
}
