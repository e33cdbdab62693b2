package io.github.sandboxcache.settings;

import java.util.function.Consumer;

/** Keeps the settings across restarts. Thread-safe. */
public interface SettingsStore {
  /** The settings now; the defaults when there is no readable file. */
  Settings current();

  /**
   * Keeps new settings and tells every listener.
   *
   * @throws SettingsException when they cannot be written; then nothing changed
   */
  void save(Settings settings);

  /** Calls the listener with the new settings after every change, from the saving thread. */
  void onChange(Consumer<Settings> listener);
}
