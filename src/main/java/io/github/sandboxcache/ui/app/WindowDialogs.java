package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.ui.base.EngineAddresses;
import io.github.sandboxcache.ui.base.EngineSwitch;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.settings.SettingsController;
import io.github.sandboxcache.ui.welcome.ChooseEngineController;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dialogs about engine, settings and the app itself. FX thread only. */
final class WindowDialogs {
  private static final Logger LOG = LoggerFactory.getLogger(WindowDialogs.class);
  private final AppServices services;
  private final UiThreads threads;
  private final WindowModels models;
  private final Overlays overlays;
  private final Consumer<String> copy;
  private final UiTexts texts;

  /** Dialogs over that window. */
  WindowDialogs(
      AppServices services, UiThreads threads, WindowModels models, Shell shell, UiTexts texts) {
    this.services = services;
    this.threads = threads;
    this.models = models;
    this.overlays = shell.overlays();
    this.copy = shell.copy();
    this.texts = texts;
  }

  void chooseEngine() {
    SettingsModel settings = models.settings();
    EngineSwitch engines =
        new EngineSwitch(
            services.engines(), models.engine(), settings, threads, overlays::closeDialog);
    Optional<String> chosen = settings.now().engineUri();
    Optional<String> current =
        models
            .engine()
            .statusProperty()
            .get()
            .answered()
            .filter(engine -> !engine.sample())
            .map(EngineDescription::endpoint);
    show(new ChooseEngineController(chosen, engineAddresses(), current, engines, texts));
  }

  void openSettings() {
    SettingsController _ = showSettings();
  }

  /** Opens them where the team's registry is named. */
  void openRegistrySettings() {
    showSettings().showRegistry();
  }

  private SettingsController showSettings() {
    SettingsController dialog =
        new SettingsController(
            models.settings().now(),
            services.logs(),
            engineAddresses(),
            services.archives(),
            models.engine()::ready,
            this::save,
            models.settings()::tryTheme,
            texts,
            services.clock(),
            threads);
    overlays.showDialog(FxmlViews.view(dialog, texts), dialog::closed);
    return dialog;
  }

  private List<String> engineAddresses() {
    return EngineAddresses.known(
        models.settings().now().engineUri(), models.engine().statusProperty().get());
  }

  private void save(Settings changed, Consumer<String> failed) {
    Optional<String> engineBefore = models.settings().now().engineUri();
    models
        .settings()
        .change(
            _ -> changed,
            () -> {
              overlays.closeDialog();
              if (!changed.engineUri().equals(engineBefore)) {
                models.engine().connect(changed.engineUri());
              }
            },
            e -> {
              LOG.warn("The settings were not kept", e);
              failed.accept(texts.text("settings.failed", String.valueOf(e.getMessage())));
            });
  }

  void showHelp() {
    show(new HelpController(texts));
  }

  void showAbout() {
    Diagnostics about =
        new Diagnostics(
            services.facts(),
            models.engine().statusProperty().get().answered(),
            models.cache().view(),
            models.settings().now());
    show(new AboutController(about, copy, texts));
  }

  void showKeys() {
    show(new KeysController(texts));
  }

  private void show(Object controller) {
    overlays.showDialog(FxmlViews.view(controller, texts));
  }
}
