package io.github.sandboxcache.ui.main;

import io.github.sandboxcache.ui.shell.LayoutModel;
import io.github.sandboxcache.ui.shell.MainCommands;
import io.github.sandboxcache.ui.shell.Overlays;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
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
      LayoutModel layout,
      Overlays overlays) {
    MainKeys keys = new MainKeys(scene, overlays);
    keys.shortcut(KeyCode.F, window.header()::focusSearch);
    keys.shortcut(KeyCode.R, commands::refresh);
    keys.shortcut(KeyCode.N, commands::install);
    keys.shortcut(KeyCode.P, () -> commands.previewPrune(window.header().pruneAnchor()));
    keys.shortcut(KeyCode.Z, commands::undo);
    keys.shortcut(KeyCode.J, commands::toggleActivity);
    keys.shortcut(KeyCode.U, layout::toggleUsage);
    keys.shortcut(KeyCode.E, window.usage()::showExport);
    keys.shortcut(KeyCode.COMMA, commands::openSettings);
    keys.key(KeyCode.F5, commands::refresh);
    keys.key(KeyCode.F6, window::focusNextArea);
    keys.key(KeyCode.ESCAPE, window::closeTop);
  }

  private void shortcut(KeyCode code, Runnable action) {
    put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
  }

  private void key(KeyCode code, Runnable action) {
    put(new KeyCodeCombination(code), action);
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
