package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Shell;
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
  private final Shell shell;
  private final UiTexts texts;

  /** Dialogs over that window. */
  LogDialogs(
      AppServices services, UiThreads threads, WindowModels models, Shell shell, UiTexts texts) {
    this.services = services;
    this.threads = threads;
    this.models = models;
    this.shell = shell;
    this.texts = texts;
  }

  /** A dialog only where the window has no place for it just now. */
  void connectSandbox() {
    if (!models.connect().bringIntoView()) {
      UiTexts words = UiTexts.load("ui");
      shell
          .overlays()
          .showDialog(
              ConnectController.dialog(
                  models.connect(),
                  new LogChooser(shell.overlays(), words),
                  this::addLogs,
                  services.facts().command(),
                  shell.copy(),
                  words));
    }
  }

  void addLogs(List<Path> files) {
    LogOfferController dialog =
        LogOfferController.of(
            files, models.settings(), services.logSearch(), services.logImport(), threads, texts);
    shell.overlays().showDialog(FxmlViews.view(dialog, texts), dialog::closed);
  }
}
