package io.github.sandboxcache.ui.app;

import com.sun.glass.ui.Application;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The window as the system has it: title, icon, least size, and being in front. */
final class MainStage {
  /** In pixels; desktops take the one that fits best. */
  private static final List<Integer> ICON_SIZES = List.of(32, 64, 128);

  /** As the desktop entry is called and has it as {@code StartupWMClass}. */
  static final String NAME = "io.github.sandboxcache.SandboxCache";

  private MainStage() {}

  /**
   * Gives the windows that are opened from now on the name by which docks know that they belong to
   * the app's desktop entry, on X11 their {@code WM_CLASS}. JavaFX names the windows of all apps
   * {@code java} unless a subclass of its {@code Application} is started by its launcher, and has
   * nothing public for it. FX thread only.
   */
  static void nameWindows() {
    Application.GetApplication().setName(NAME);
  }

  static void prepare(Stage stage, MainWindow window) {
    nameWindows();
    stage.setScene(window.scene());
    stage.setMinWidth(WindowState.MIN_WIDTH);
    stage.setMinHeight(WindowState.MIN_HEIGHT);
    window.engine().sessionProperty().subscribe(_ -> stage.setTitle(window.title()));
    window.askBeforeClosing(stage);
  }

  /** Gives the window its icon, which desktops show beside its title or in a list of windows. */
  static void showIcons(Stage stage) {
    ICON_SIZES.forEach(size -> stage.getIcons().add(icon(size)));
  }

  /** Brings the window before all others, also when it was minimised. */
  static void bringToFront(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  private static Image icon(int size) {
    String name = "icon-" + size + ".png";
    return new Image(
        Objects.requireNonNull(MainStage.class.getResource(name), name).toExternalForm());
  }
}
