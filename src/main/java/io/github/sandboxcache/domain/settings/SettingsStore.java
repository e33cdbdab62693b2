package io.github.sandboxcache.domain.settings;

import java.util.List;
import java.util.function.Consumer;

/** Keeps the settings across restarts. Thread-safe. */
public interface SettingsStore {
  /** The settings now; where one is not legible, something careful in its place. */
  Settings current();

  /** What of them is not legible; empty when all is well. */
  List<SettingsTrouble> troubles();

  /**
   * Keeps what differs from the current settings and tells every listener. What this version does
   * not know stays as it is written, and a file that was not wholly legible is kept beside the new.
   *
   * @throws SettingsException when they cannot be written; then nothing changed
   */
  void save(Settings settings);

  /** Calls the listener with the new settings after every change, from the saving thread. */
  void onChange(Consumer<Settings> listener);
}
