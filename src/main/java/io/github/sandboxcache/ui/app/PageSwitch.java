package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Pages;
import io.github.sandboxcache.ui.base.Pages.Extent;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.EmptyController;
import io.github.sandboxcache.ui.welcome.EmptyModel;
import io.github.sandboxcache.ui.welcome.NoEngineController;
import io.github.sandboxcache.ui.welcome.NoEngineModel;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Region;

/** Shows the page that fits: no engine, an empty cache, or the images. */
final class PageSwitch {
  private final EngineModel engine;
  private final CacheModel cache;
  private final SettingsModel settings;
  private final Pages pages;
  private final MainCommands commands;
  private final UiTexts texts;
  private final NoEngineModel noEngine;
  private final Lazy<Region> noEnginePage;

  PageSwitch(
      EngineModel engine,
      CacheModel cache,
      SettingsModel settings,
      Pages pages,
      MainCommands commands,
      UiTexts texts) {
    this.engine = engine;
    this.cache = cache;
    this.settings = settings;
    this.pages = pages;
    this.commands = commands;
    this.texts = texts;
    this.noEngine = new NoEngineModel(engine::refresh);
    this.noEnginePage =
        new Lazy<>(
            () ->
                FxmlViews.view(
                    new NoEngineController(
                        noEngine,
                        commands::chooseEngine,
                        engine::openSample,
                        texts,
                        System.getProperty("user.home", "")),
                    texts));
  }

  void start() {
    engine.statusProperty().subscribe(_ -> show());
    cache.viewProperty().subscribe(_ -> show());
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
    if (!view.isUnknown() && view.stats().images() == 0 && !view.state().refreshing()) {
      EmptyController page =
          new EmptyController(
              EmptyModel.of(view.state().catalog(), settings.now().install()),
              commands::install,
              engine::openSample,
              texts);
      pages.show(FxmlViews.view(page, texts), Extent.BELOW_FIGURES);
    } else {
      pages.showImages();
    }
  }
}
