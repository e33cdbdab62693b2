package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.connect.ConnectController;
import io.github.sandboxcache.ui.connect.LogChooser;
import io.github.sandboxcache.ui.connect.LogOfferController;
import java.nio.file.Path;
import java.util.List;

/** The dialogs about logs of the sandbox server. FX thread only. */
final class LogDialogs {
  private final AppServices services;
  private final UiThreads threads;
  private final WindowModels models;
  private final Overlays overlays;
  private final UiTexts texts;

  /** Dialogs over that window. */
  LogDialogs(
      AppServices services,
      UiThreads threads,
      WindowModels models,
      Overlays overlays,
      UiTexts texts) {
    this.services = services;
    this.threads = threads;
    this.models = models;
    this.overlays = overlays;
    this.texts = texts;
  }

  /** A dialog only where the window has no place for it just now. */
  void connectSandbox() {
    if (!models.connect().bringIntoView()) {
      UiTexts words = UiTexts.load("ui");
      overlays.showDialog(
          ConnectController.dialog(
              models.connect(), new LogChooser(overlays, words), this::addLogs, words));
    }
  }

  void addLogs(List<Path> files) {
    LogOfferController dialog =
        LogOfferController.of(
            files, models.settings(), services.logSearch(), services.logImport(), threads, texts);
    overlays.showDialog(FxmlViews.view(dialog, texts), dialog::closed);
  }
}
