package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
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
   * @param language the language that is chosen at first; empty for the first one
   * @param catalog what the engine has, followed while the dialog is open
   * @param ticker the time, for how long an install has run
   */
  public InstallDialog(
      UiTexts texts,
      PackageCheck check,
      InstallSettings settings,
      Optional<Language> language,
      ObservableValue<Catalog> catalog,
      InstallActions actions,
      Ticker ticker) {
    InstallModel model = new InstallModel(check, settings, catalog.getValue());
    language.filter(Language::isKnown).ifPresent(model.languageProperty()::set);
    LoadedView<InstallController> loaded =
        new FxmlViews(texts)
            .with(
                InstallController.class, () -> new InstallController(model, actions, texts, ticker))
            .with(InstallFormController.class, () -> new InstallFormController(model, texts))
            .with(InstallProgressController.class, () -> new InstallProgressController(texts))
            .with(InstallLogController.class, () -> new InstallLogController(texts))
            .load(InstallController.class);
    view = (Region) loaded.root();
    controller = loaded.controller();
    following = catalog.subscribe(latest -> model.catalogProperty().set(latest));
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
