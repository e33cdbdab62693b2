package io.github.sandboxcache.ui;

import io.github.sandboxcache.ui.main.MainWindow;
import io.github.sandboxcache.ui.main.WindowState;
import javafx.stage.Stage;

/** The window as the system has it: title, least size, and being in front. */
final class MainStage {
  private MainStage() {}

  static void prepare(Stage stage, MainWindow window) {
    stage.setScene(window.scene());
    stage.setMinWidth(WindowState.LEAST_WIDTH);
    stage.setMinHeight(WindowState.LEAST_HEIGHT);
    window.context().engine().sessionProperty().subscribe(_ -> stage.setTitle(window.title()));
  }

  /** Brings the window before all others, also when it was minimised. */
  static void bringToFront(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }
}
