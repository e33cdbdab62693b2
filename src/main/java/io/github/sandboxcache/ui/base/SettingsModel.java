package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsStore;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The settings as an observable value of the FX thread. */
public final class SettingsModel {
  private final SettingsStore store;
  private final ReadOnlyObjectWrapper<Settings> settings;

  /** Follows that store. */
  public SettingsModel(SettingsStore store, UiThreads threads) {
    this.store = store;
    this.settings = new ReadOnlyObjectWrapper<>(store.current());
    store.onChange(changed -> threads.ui().execute(() -> settings.set(changed)));
  }

  /** The settings now. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The theme alone. */
  public ObservableValue<Settings.Theme> themeProperty() {
    return settings.map(Settings::theme);
  }

  /** The store, for those that change something. */
  public SettingsStore store() {
    return store;
  }
}
