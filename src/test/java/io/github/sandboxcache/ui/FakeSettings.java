package io.github.sandboxcache.ui;

import io.github.sandboxcache.settings.Settings;
import io.github.sandboxcache.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Settings that are kept nowhere. */
public final class FakeSettings implements SettingsStore {
  private final List<Consumer<Settings>> listeners = new ArrayList<>();
  private Settings settings;

  /** Starts with those. */
  public FakeSettings(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Settings current() {
    return settings;
  }

  @Override
  public void save(Settings changed) {
    settings = changed;
    listeners.forEach(listener -> listener.accept(changed));
  }

  @Override
  public void onChange(Consumer<Settings> listener) {
    listeners.add(listener);
  }
}
