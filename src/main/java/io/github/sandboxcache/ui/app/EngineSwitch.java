package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome.Connected;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome.NoEngine;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.ui.welcome.EngineChoice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a window go over to another engine, which is tried first and then remembered. */
final class EngineSwitch implements EngineChoice {
  private static final Logger LOG = LoggerFactory.getLogger(EngineSwitch.class);

  private final WindowContext window;

  EngineSwitch(WindowContext window) {
    this.window = window;
  }

  @Override
  public void use(String uri, Consumer<List<EngineAttempt>> failed) {
    window
        .threads()
        .background()
        .execute(
            () -> {
              switch (window.services().engines().reach(uri)) {
                case NoEngine(var attempts) ->
                    window.threads().ui().execute(() -> failed.accept(attempts));
                case Connected(var engine, var _) -> {
                  engine.close();
                  goOver(Optional.of(uri));
                }
              }
            });
  }

  @Override
  public void useAutomatic() {
    window.threads().background().execute(() -> goOver(Optional.empty()));
  }

  @Override
  public void close() {
    window.shell().overlays().closeDialog();
  }

  private void goOver(Optional<String> uri) {
    try {
      Settings settings = window.settings().store().current();
      window.settings().store().save(settings.withEngineUri(uri));
    } catch (SettingsException e) {
      LOG.warn("The choice of engine holds for this run only", e);
    }
    window
        .threads()
        .ui()
        .execute(
            () -> {
              close();
              window.engine().connect(uri);
            });
  }
}
