package io.github.sandboxcache.testing;

import java.util.Locale;
import java.util.Locale.Category;

/** Makes the process one of a user of another locale, until it is closed. */
public final class InLocale implements AutoCloseable {
  private final Locale before = Locale.getDefault();
  private final Locale displayBefore = Locale.getDefault(Category.DISPLAY);
  private final Locale formatBefore = Locale.getDefault(Category.FORMAT);

  private InLocale(Locale locale) {
    Locale.setDefault(locale);
  }

  /** A user of that locale. */
  public static InLocale of(Locale locale) {
    return new InLocale(locale);
  }

  @Override
  public void close() {
    Locale.setDefault(before);
    Locale.setDefault(Category.DISPLAY, displayBefore);
    Locale.setDefault(Category.FORMAT, formatBefore);
  }
}
