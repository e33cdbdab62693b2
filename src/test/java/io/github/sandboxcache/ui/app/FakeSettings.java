package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Settings that are kept nowhere. */
public final class FakeSettings implements SettingsStore {
  private final List<Consumer<Settings>> listeners = new ArrayList<>();
  private final List<SettingsTrouble> troubles;
  private Settings settings;

  /** Starts with those. */
  public FakeSettings(Settings settings) {
    this(settings, List.of());
  }

  /** Starts with those, of which something is not legible. */
  public FakeSettings(Settings settings, List<SettingsTrouble> troubles) {
    this.settings = settings;
    this.troubles = List.copyOf(troubles);
  }

  @Override
  public Settings current() {
    return settings;
  }

  @Override
  public List<SettingsTrouble> troubles() {
    return troubles;
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
