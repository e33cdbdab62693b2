package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome.Connected;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome.NoEngine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes over to another engine, which is tried first and then remembered. FX thread only. */
public final class EngineSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(EngineSwitch.class);
  private final EngineOpener engines;
  private final EngineModel engine;
  private final SettingsModel settings;
  private final UiThreads threads;
  private final Runnable close;

  /**
   * A switch of that window's engine.
   *
   * @param close closes the dialog once the engine was changed
   */
  public EngineSwitch(
      EngineOpener engines,
      EngineModel engine,
      SettingsModel settings,
      UiThreads threads,
      Runnable close) {
    this.engines = engines;
    this.engine = engine;
    this.settings = settings;
    this.threads = threads;
    this.close = close;
  }

  /**
   * The engines to choose from.
   *
   * @param current where the window's engine is now; empty while it has none
   */
  public EnginePlaces places(Supplier<Optional<String>> current) {
    return new EnginePlaces(engines.survey(), threads, current);
  }

  /**
   * Tries an engine in the background. When it answers, it is used from then on, remembered, and
   * the dialog is closed; the present engine stays until then.
   *
   * @param uri where it is
   * @param failed hears why it did not work
   */
  public void use(String uri, Consumer<List<EngineAttempt>> failed) {
    threads.compute(
        () -> engines.reach(uri),
        outcome -> {
          switch (outcome) {
            case NoEngine(var attempts) -> failed.accept(attempts);
            case Connected(var tried, var _) -> {
              threads.background().execute(tried::close);
              goOver(Optional.of(uri));
            }
          }
        });
  }

  /** Forgets the choice, looks for an engine as usual, and closes the dialog. */
  public void useAutomatic() {
    goOver(Optional.empty());
  }

  private void goOver(Optional<String> uri) {
    Runnable connect =
        () -> {
          close.run();
          engine.connect(uri);
        };
    settings.change(
        now -> now.withEngineUri(uri),
        connect,
        e -> {
          LOG.warn("The choice of engine holds for this run only", e);
          connect.run();
        });
  }
}
