package io.github.sandboxcache.launch;

import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;
import java.util.Locale;

/** Makes the process speak the language that was chosen for the window, before it is built. */
final class WindowLocale {
  private WindowLocale() {}

  /**
   * Sets the default locale, which the toolkit's own texts follow too. A country whose people speak
   * the chosen language is kept, so that numbers and dates stay as they are used to.
   */
  static void choose(WindowLanguage language) {
    switch (language) {
      case SYSTEM -> {}
      case ENGLISH -> speak(Locale.ENGLISH);
      case GERMAN -> speak(Locale.GERMAN);
    }
  }

  private static void speak(Locale chosen) {
    Locale system = Locale.getDefault(Locale.Category.FORMAT);
    boolean same = system.getLanguage().equals(chosen.getLanguage());
    Locale.setDefault(same ? system : chosen);
  }
}
