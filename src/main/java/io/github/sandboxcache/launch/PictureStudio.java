package io.github.sandboxcache.launch;

import io.github.sandboxcache.cli.WindowPicture;
import io.github.sandboxcache.cli.WindowPicture.NotTakenException;
import io.github.sandboxcache.cli.WindowPicture.Subject;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.app.AppServices;
import io.github.sandboxcache.ui.app.StillWindow;
import io.github.sandboxcache.ui.app.StillWindow.Look;
import io.github.sandboxcache.ui.app.ToolkitStart;
import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import io.github.sandboxcache.ui.base.PngFile;
import io.github.sandboxcache.ui.base.StillSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where pictures of the window are taken: on a screen in memory, which every package of the toolkit
 * has. Once in a process, for the toolkit keeps the screen it started with.
 */
final class PictureStudio {
  private final Function<SettingsStore, AppServices> services;
  private final SettingsStore settings;
  private final Clock clock;

  /**
   * A studio for those settings.
   *
   * @param services what a window is made of that has such settings
   */
  PictureStudio(
      Function<SettingsStore, AppServices> services, SettingsStore settings, Clock clock) {
    this.services = services;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes one; as PNG. */
  byte[] take(WindowPicture wanted) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    // Coloured edges of letters are for one screen only.
    System.setProperty("prism.lcdtext", "false");
    try {
      ToolkitStart toolkit = ToolkitStart.begin();
      Settings chosen = settings.current();
      WindowLocale.choose(chosen.language());
      Still still =
          new Still(
              wanted.dark() ? chosen.withTheme(Settings.Theme.DARK) : chosen, settings.troubles());
      return PngFile.content(
          StillWindow.picture(
              toolkit,
              services.apply(still),
              opened(wanted.subject()),
              new Look(wanted.width(), wanted.height(), wanted.scale())));
    } catch (UnsupportedOperationException
        | IllegalStateException
        | LinkageError
        | IOException
        | TimeoutException e) {
      throw new NotTakenException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTakenException("interrupted", e);
    }
  }

  private Opened opened(Subject subject) {
    return switch (subject) {
      case Subject.NoEngine(var attempts) -> new Opened.NoEngine(attempts);
      case Subject.Images(var cache, var listed) ->
          new Opened.Started(
              new StillSession(
                  cache,
                  new CatalogState(
                      listed, Freshness.CURRENT, Optional.of(clock.instant()), false)));
    };
  }

  /** Settings that nobody changes. */
  private record Still(Settings current, List<SettingsTrouble> troubles) implements SettingsStore {
    @Override
    public void save(Settings settings) {
      throw new UnsupportedOperationException("a picture changes no settings");
    }

    @Override
    public void onChange(Consumer<Settings> listener) {
      // They do not change.
    }
  }
}
