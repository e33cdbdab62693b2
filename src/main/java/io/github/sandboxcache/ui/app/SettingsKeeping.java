package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps changed settings, and goes over to another engine when that changed. */
final class SettingsKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeping.class);

  private final WindowContext window;
  private final UiTexts texts;

  SettingsKeeping(WindowContext window, UiTexts texts) {
    this.window = window;
    this.texts = texts;
  }

  /**
   * Keeps the settings in the background; when that worked, the dialog is closed.
   *
   * @param failed hears on the FX thread why it did not work, in words for people
   */
  void save(Settings settings, Consumer<String> failed) {
    Optional<String> engineBefore = window.settings().settingsProperty().get().engineUri();
    window
        .threads()
        .background()
        .execute(
            () -> {
              try {
                window.settings().store().save(settings);
              } catch (SettingsException e) {
                LOG.warn("The settings were not kept", e);
                String words = texts.text("settings.failed", String.valueOf(e.getMessage()));
                window.threads().ui().execute(() -> failed.accept(words));
                return;
              }
              window.threads().ui().execute(() -> saved(engineBefore, settings.engineUri()));
            });
  }

  private void saved(Optional<String> engineBefore, Optional<String> engine) {
    window.shell().overlays().closeDialog();
    if (!engine.equals(engineBefore)) {
      window.engine().connect(engine);
    }
  }
}
