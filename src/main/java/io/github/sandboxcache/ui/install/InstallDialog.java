package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.install.PackageRules;
import io.github.sandboxcache.text.PackageProblemText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Makes Install dialogs. FX thread only. */
public final class InstallDialog {
  private final Region view;
  private final InstallController controller;
  private final Subscription following;

  /**
   * A dialog.
   *
   * @param shown what the engine has and what is known of lookups, followed while it is open
   * @param start starts an install in the background; empty when the engine went away meanwhile
   * @param showImage closes the dialog and leads to that image in the table
   * @param close closes the dialog; a running task goes on
   * @param copy puts a text on the clipboard and says so
   * @param ticker the time, for how long an install has run
   */
  public InstallDialog(
      InstallSettings settings,
      Optional<InstallRequest> filledIn,
      ObservableValue<CacheView> shown,
      Function<InstallRequest, Optional<TaskItem>> start,
      Consumer<CacheReference> showImage,
      Runnable close,
      Consumer<String> copy,
      UiTexts texts,
      Ticker ticker) {
    Catalog catalog = shown.getValue().state().catalog();
    InstallModel model = new InstallModel(InstallDialog::problem, settings, catalog);
    // That of the newest image is likely wanted again.
    catalog.cached().stream()
        .min(Catalog.NEWEST_FIRST)
        .map(CachedImage::language)
        .filter(Language::isKnown)
        .ifPresent(model.languageProperty()::set);
    filledIn.ifPresent(model::fill);
    LoadedView<InstallController> loaded =
        new FxmlViews(texts)
            .with(
                InstallController.class,
                () -> new InstallController(model, start, showImage, close, texts, ticker))
            .with(InstallFormController.class, () -> new InstallFormController(model, copy, texts))
            .with(InstallProgressController.class, () -> new InstallProgressController(texts))
            .with(InstallLogController.class, () -> new InstallLogController(copy, texts))
            .load(InstallController.class);
    view = (Region) loaded.root();
    controller = loaded.controller();
    following = shown.subscribe(now -> model.follow(now.state().catalog(), now.usage().report()));
  }

  private static Optional<String> problem(Language language, String packageName) {
    return PackageRules.check(language, packageName)
        .map(problem -> PackageProblemText.of(language, problem));
  }

  /** The dialog's content. */
  public Region view() {
    return view;
  }

  /** To be called once it is closed. */
  public void closed() {
    following.unsubscribe();
    controller.closed();
  }
}
