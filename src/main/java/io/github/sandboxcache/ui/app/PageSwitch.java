package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Pages.Extent;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.EmptyController;
import io.github.sandboxcache.ui.welcome.NoEngineController;
import io.github.sandboxcache.ui.welcome.NoEngineModel;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Region;

/** Shows the page that fits: no engine, an empty cache, or the images. */
final class PageSwitch {
  private final WindowContext window;
  private final MainCommands commands;
  private final UiTexts texts;
  private final NoEngineModel noEngine;
  private final Lazy<Region> noEnginePage;

  PageSwitch(WindowContext window, MainCommands commands, UiTexts texts) {
    this.window = window;
    this.commands = commands;
    this.texts = texts;
    this.noEngine = new NoEngineModel(window.engine()::refresh);
    this.noEnginePage =
        new Lazy<>(
            () ->
                NoEngineController.page(
                    noEngine,
                    commands::chooseEngine,
                    window.engine()::openSample,
                    texts,
                    System.getProperty("user.home", "")));
  }

  void start() {
    window.engine().statusProperty().subscribe(_ -> show());
    window.cache().viewProperty().subscribe(_ -> show());
  }

  private void show() {
    switch (window.engine().statusProperty().get()) {
      case EngineStatus.None(List<EngineAttempt> attempts, Instant at) -> {
        noEngine.failed(attempts, at);
        window.shell().pages().show(noEnginePage.get(), Extent.WITHOUT_FIGURES);
      }
      case EngineStatus.Connecting() -> {
        // While it tries again the page of the last try stays, so that nothing flickers.
        if (noEngine.attemptsProperty().get().isEmpty()) {
          window.shell().pages().showImages();
        }
      }
      case EngineStatus.Ready _, EngineStatus.Lost _ -> {
        noEngine.forget();
        showCache(window.cache().view());
      }
    }
  }

  private void showCache(CacheView view) {
    if (!view.isUnknown() && view.stats().images() == 0 && !view.state().refreshing()) {
      Region page =
          EmptyController.page(
              view.state().catalog(),
              window.settings().settingsProperty().get().install(),
              commands::install,
              window.engine()::openSample,
              texts);
      window.shell().pages().show(page, Extent.BELOW_FIGURES);
    } else {
      window.shell().pages().showImages();
    }
  }
}
