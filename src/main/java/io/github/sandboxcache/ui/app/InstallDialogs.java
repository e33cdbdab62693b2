package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.install.InstallDialog;
import io.github.sandboxcache.ui.tasks.CacheTasks;
import java.util.Optional;

/** Opens the dialog that installs packages. FX thread only. */
final class InstallDialogs {
  private final WindowModels models;
  private final Shell shell;
  private final CacheTasks tasks;
  private final UiTexts texts;

  /** Dialogs that have those tasks install. */
  InstallDialogs(WindowModels models, Shell shell, CacheTasks tasks, UiTexts texts) {
    this.models = models;
    this.shell = shell;
    this.tasks = tasks;
    this.texts = texts;
  }

  /** Opens it empty. */
  void install() {
    open(Optional.empty());
  }

  /** Opens it filled in that way. */
  void install(InstallRequest filledIn) {
    open(Optional.of(filledIn));
  }

  /** Opens it filled in as for that image. */
  void installAgain(CacheReference reference) {
    open(
        models
            .cache()
            .view()
            .state()
            .catalog()
            .find(reference)
            .flatMap(CachedImage::packages)
            .map(packages -> InstallRequest.of(reference.language(), packages)));
  }

  private void open(Optional<InstallRequest> filledIn) {
    if (models.engine().ready().isPresent()) {
      InstallDialog dialog =
          new InstallDialog(
              models.settings().now().install(),
              filledIn,
              models.cache().viewProperty(),
              tasks::install,
              this::showInstalled,
              shell.overlays()::closeDialog,
              shell.copy(),
              texts,
              models.ticker());
      shell.overlays().showDialog(dialog.view(), dialog::closed);
    }
  }

  private void showInstalled(CacheReference reference) {
    shell.overlays().closeDialog();
    shell.showImage().accept(reference);
  }
}
