package io.github.sandboxcache.ui;

import io.github.sandboxcache.ui.main.MainWindow;
import io.github.sandboxcache.ui.main.WindowState;
import javafx.stage.Stage;

/** The frame around the window: title and size. */
final class MainStage {
  private MainStage() {}

  static void prepare(Stage stage, MainWindow window, WindowState state) {
    stage.setScene(window.scene());
    stage.setMinWidth(WindowState.LEAST_WIDTH);
    stage.setMinHeight(WindowState.LEAST_HEIGHT);
    stage.setMaximized(state.maximized());
    window.context().engine().sessionProperty().subscribe(_ -> stage.setTitle(window.title()));
  }
}
