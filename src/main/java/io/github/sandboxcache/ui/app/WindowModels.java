package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EnginePlaces;
import io.github.sandboxcache.ui.base.EngineSwitch;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.InstallingImages;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.connect.ConnectModel;
import java.util.Optional;

/**
 * What all areas of one window follow. FX thread only.
 *
 * @param settings the user's settings
 * @param engine the engine, and the session that is open
 * @param engineSwitch goes over to another engine
 * @param engines the engines to choose from; looked for when somebody wants to see them
 * @param cache what the cache holds
 * @param filter what the user narrows it to
 * @param connect the way to a log of the sandbox server
 * @param tasks what is done in the background
 * @param installing the images that tasks make
 * @param ticker the time, for ages
 */
record WindowModels(
    SettingsModel settings,
    EngineModel engine,
    EngineSwitch engineSwitch,
    EnginePlaces engines,
    CacheModel cache,
    FilterModel filter,
    ConnectModel connect,
    TasksModel tasks,
    InstallingImages installing,
    Ticker ticker) {
  /** Models on those services; they look for no engine yet. */
  static WindowModels on(AppServices services, UiThreads threads) {
    SettingsModel settings = new SettingsModel(services.settings(), threads);
    EngineModel engine = new EngineModel(services.engines(), threads, services.clock());
    EngineSwitch engineSwitch =
        new EngineSwitch(services.engines(), engine, settings, threads, () -> {});
    EnginePlaces engines = engineSwitch.places(() -> address(engine));
    Ticker ticker = new Ticker(services.clock());
    CacheModel cache = new CacheModel(engine, settings.settingsProperty(), threads, ticker);
    TasksModel tasks = new TasksModel(services.clock(), threads, cache::recount);
    return new WindowModels(
        settings,
        engine,
        engineSwitch,
        engines,
        cache,
        new FilterModel(),
        new ConnectModel(cache, settings, services.logSearch(), threads),
        tasks,
        new InstallingImages(tasks, engine, cache, ticker),
        ticker);
  }

  /** Where the engine is whose images are shown; empty for made-up ones, too. */
  private static Optional<String> address(EngineModel engine) {
    return engine
        .statusProperty()
        .get()
        .answered()
        .filter(answered -> !answered.sample())
        .map(EngineDescription::endpoint);
  }
}
