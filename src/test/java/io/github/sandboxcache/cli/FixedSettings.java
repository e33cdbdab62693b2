package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import java.util.List;
import java.util.function.Consumer;

/** Settings that no verb changes. */
record FixedSettings(Settings current) implements SettingsStore {
  @Override
  public List<SettingsTrouble> troubles() {
    return List.of();
  }

  @Override
  public void save(Settings settings) {
    throw new AssertionError("no verb saves settings");
  }

  @Override
  public void onChange(Consumer<Settings> listener) {
    throw new AssertionError("no verb waits for a change");
  }
}
