package io.github.sandboxcache.ui;

import io.github.sandboxcache.ui.main.MainWindow;
import io.github.sandboxcache.ui.main.WindowState;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The frame around the window: title, icon and size. */
final class MainStage {
  /** In pixels; desktops take the one that fits best. */
  private static final List<Integer> ICON_SIZES = List.of(32, 64, 128);

  private MainStage() {}

  static void prepare(Stage stage, MainWindow window, WindowState state) {
    stage.setScene(window.scene());
    ICON_SIZES.forEach(size -> stage.getIcons().add(icon(size)));
    stage.setMinWidth(WindowState.LEAST_WIDTH);
    stage.setMinHeight(WindowState.LEAST_HEIGHT);
    stage.setMaximized(state.maximized());
    window.context().engine().sessionProperty().subscribe(_ -> stage.setTitle(window.title()));
  }

  private static Image icon(int size) {
    String name = "icon-" + size + ".png";
    return new Image(
        Objects.requireNonNull(MainStage.class.getResource(name), name).toExternalForm());
  }
}
