package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.InstallingImage;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Pages;
import io.github.sandboxcache.ui.base.Pages.Extent;
import io.github.sandboxcache.ui.base.Pages.Page;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.orphans.OrphansController;
import io.github.sandboxcache.ui.orphans.OrphansModel;
import io.github.sandboxcache.ui.welcome.EmptyController;
import io.github.sandboxcache.ui.welcome.EmptyModel;
import io.github.sandboxcache.ui.welcome.NoEngineController;
import io.github.sandboxcache.ui.welcome.NoEngineModel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** Shows the page that fits: no engine, an empty cache, or the images. */
final class PageSwitch {
  private final EngineModel engine;
  private final CacheModel cache;
  private final ObservableValue<List<InstallingImage>> installing;
  private final SettingsModel settings;
  private final Pages pages;
  private final NoEngineModel noEngine;
  private final Lazy<Region> noEnginePage;
  private final OrphansModel orphans;
  private final ObjectProperty<EmptyModel> empty = new SimpleObjectProperty<>(EmptyModel.NOTHING);
  private final Lazy<Region> emptyPage;

  /**
   * Does nothing before it is started.
   *
   * @param installing images that are being made, which the table shows
   * @param busy whether something is being removed, so that nothing else can be
   */
  PageSwitch(
      EngineModel engine,
      CacheModel cache,
      ObservableValue<List<InstallingImage>> installing,
      SettingsModel settings,
      Shell shell,
      MainCommands commands,
      OrphansModel orphans,
      ObservableBooleanValue busy,
      Clock clock) {
    this.engine = engine;
    this.cache = cache;
    this.installing = installing;
    this.settings = settings;
    this.pages = shell.pages();
    this.orphans = orphans;
    UiTexts texts = UiTexts.load("dialogs");
    this.noEngine = new NoEngineModel(engine::refresh);
    this.noEnginePage =
        new Lazy<>(
            () ->
                FxmlViews.view(
                    new NoEngineController(
                        noEngine,
                        commands::chooseEngine,
                        engine::openSample,
                        shell.copy(),
                        texts,
                        System.getProperty("user.home", "")),
                    texts));
    Lazy<Region> card =
        new Lazy<>(
            () ->
                FxmlViews.view(
                    new OrphansController(orphans, busy, Optional.empty(), texts, clock), texts));
    this.emptyPage =
        new Lazy<>(
            () ->
                FxmlViews.view(
                    new EmptyController(
                        empty,
                        card,
                        commands::install,
                        commands::installMissed,
                        engine::openSample,
                        commands::connectSandbox,
                        texts),
                    texts));
  }

  void start() {
    engine.statusProperty().subscribe(_ -> show());
    cache.viewProperty().subscribe(_ -> show());
    installing.subscribe(_ -> show());
    orphans.viewProperty().subscribe(_ -> tellAgain());
    orphans.readingProperty().subscribe(_ -> tellAgain());
  }

  private void show() {
    switch (engine.statusProperty().get()) {
      case EngineStatus.None(List<EngineAttempt> attempts, Instant at) -> {
        noEngine.failed(attempts, at);
        pages.show(noEnginePage.get(), Extent.WITHOUT_FIGURES);
      }
      case EngineStatus.Connecting() -> {
        // While it tries again the page of the last try stays, so that nothing flickers.
        if (noEngine.attemptsProperty().get().isEmpty()) {
          pages.showImages();
        }
      }
      case EngineStatus.Ready _, EngineStatus.Lost _ -> {
        noEngine.forget();
        showCache(cache.view());
      }
    }
  }

  private void showCache(CacheView view) {
    boolean empty = !view.isUnknown() && view.stats().images() == 0;
    if (empty && installing.getValue().isEmpty() && !view.state().refreshing()) {
      tell(view);
      pages.show(emptyPage.get(), Extent.BELOW_FIGURES);
    } else {
      pages.showImages();
    }
  }

  private void tellAgain() {
    if (pages.pageProperty().get().filter(this::isEmptyPage).isPresent()) {
      tell(cache.view());
    }
  }

  private boolean isEmptyPage(Page page) {
    return page.extent() == Extent.BELOW_FIGURES;
  }

  private void tell(CacheView view) {
    empty.set(
        EmptyModel.of(
            view,
            settings.now().install(),
            orphans.viewProperty().get(),
            orphans.readingProperty().get()));
  }
}
