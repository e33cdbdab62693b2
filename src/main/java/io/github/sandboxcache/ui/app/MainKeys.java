package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.Shortcuts;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/** The keys that work everywhere in the main window while no dialog is open. */
final class MainKeys {
  private final Scene scene;
  private final Overlays overlays;

  private MainKeys(Scene scene, Overlays overlays) {
    this.scene = scene;
    this.overlays = overlays;
  }

  static void install(
      Scene scene,
      MainWindowController window,
      MainCommands commands,
      AreaModels areas,
      WindowPalette palette,
      Overlays overlays) {
    MainKeys keys = new MainKeys(scene, overlays);
    keys.put(Shortcuts.SEARCH, window.header()::focusSearch);
    keys.put(Shortcuts.PALETTE, palette::show);
    keys.put(Shortcuts.REFRESH, commands::refresh);
    keys.put(Shortcuts.REFRESH_TOO, commands::refresh);
    keys.put(Shortcuts.INSTALL, commands::install);
    keys.put(Shortcuts.PRUNE, () -> commands.previewPrune(window.header().pruneAnchor()));
    keys.put(Shortcuts.UNDO, commands::undo);
    keys.put(Shortcuts.ACTIVITY, commands::toggleActivity);
    keys.put(Shortcuts.USAGE, areas.layout()::toggleUsage);
    keys.put(Shortcuts.COMPARE, areas.several()::compare);
    keys.put(Shortcuts.SHELL, areas.chosen()::openShell);
    keys.put(Shortcuts.EXPORT, () -> window.usage().showExport());
    keys.put(Shortcuts.SETTINGS, commands::openSettings);
    keys.put(Shortcuts.NEXT_AREA, () -> window.focusArea(1));
    keys.put(Shortcuts.PREVIOUS_AREA, () -> window.focusArea(-1));
    keys.put(Shortcuts.CLOSE, window::closeTop);
    keys.put(Shortcuts.KEYS, commands::showKeys);
    keys.put(Shortcuts.KEYS_TOO, commands::showKeys);
  }

  private void put(KeyCombination combination, Runnable action) {
    scene
        .getAccelerators()
        .put(
            combination,
            () -> {
              if (!overlays.isDialogOpen()) {
                action.run();
              }
            });
  }
}
