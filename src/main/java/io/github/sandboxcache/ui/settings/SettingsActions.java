package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.settings.Settings;
import java.util.function.Consumer;

/** What the dialog asks of the window around it. FX thread only; nothing here waits. */
public interface SettingsActions {
  /**
   * Keeps the settings in the background; when that worked, the dialog is closed.
   *
   * @param failed hears on the FX thread why it did not work, in words for people
   */
  void save(Settings settings, Consumer<String> failed);

  /** Closes the dialog. */
  void close();
}
