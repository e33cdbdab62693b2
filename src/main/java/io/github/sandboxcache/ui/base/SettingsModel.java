package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The settings as an observable value of the FX thread. */
public final class SettingsModel {
  private final SettingsStore store;
  private final UiThreads threads;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ObjectProperty<Optional<Settings.Theme>> tried =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableValue<Settings.Theme> theme;

  /** Follows that store. */
  public SettingsModel(SettingsStore store, UiThreads threads) {
    this.store = store;
    this.threads = threads;
    this.settings = new ReadOnlyObjectWrapper<>(store.current());
    this.theme =
        Bindings.createObjectBinding(
            () -> tried.get().orElse(settings.get().theme()), tried, settings);
    store.onChange(changed -> threads.ui().execute(() -> settings.set(changed)));
  }

  /** The settings now. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The theme that is tried, else the one of the settings. */
  public ObservableValue<Settings.Theme> themeProperty() {
    return theme;
  }

  /** Has the window look like that for the time being; empty for as it is set. */
  public void tryTheme(Optional<Settings.Theme> looks) {
    tried.set(looks);
  }

  /** The settings now. */
  public Settings now() {
    return settings.get();
  }

  /** What of the stored settings is not legible. */
  public List<SettingsTrouble> troubles() {
    return store.troubles();
  }

  /**
   * Follows more logs.
   *
   * @param logs their paths or globs
   * @param kept called on the FX thread once that is kept
   * @param failed called there when it could not be kept
   */
  public void follow(List<String> logs, Runnable kept, Consumer<SettingsException> failed) {
    change(current -> current.withUsage(current.usage().following(logs)), kept, failed);
  }

  /**
   * Keeps changed settings in the background.
   *
   * @param change is given the newest settings there
   * @param kept called on the FX thread once they are kept
   * @param failed called there when they could not be kept
   */
  public void change(
      UnaryOperator<Settings> change, Runnable kept, Consumer<SettingsException> failed) {
    threads.compute(
        () -> {
          try {
            store.save(change.apply(store.current()));
            return kept;
          } catch (SettingsException e) {
            return () -> failed.accept(e);
          }
        },
        Runnable::run);
  }
}
