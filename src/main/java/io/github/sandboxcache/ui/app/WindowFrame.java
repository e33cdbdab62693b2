package io.github.sandboxcache.ui.app;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Places the stage, and remembers where it is while it is not maximised. FX thread only. */
public final class WindowFrame {
  private final Stage stage;
  private final Scene scene;
  private FrameState usual;

  private WindowFrame(Stage stage, Scene scene, FrameState usual) {
    this.stage = stage;
    this.scene = scene;
    this.usual = usual;
  }

  /** The frame as it was left, brought onto the screens that are there now. */
  public static FrameState onScreens(FrameState frame) {
    return ScreenFit.fit(frame, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
  }

  /** Places a stage that is not yet shown, and follows it from then on. */
  public static WindowFrame of(Stage stage, Scene scene, FrameState frame) {
    frame
        .place()
        .ifPresent(
            place -> {
              stage.setX(place.x());
              stage.setY(place.y());
            });
    stage.setMaximized(frame.maximized());
    WindowFrame followed = new WindowFrame(stage, scene, frame);
    followed.follow();
    return followed;
  }

  /** How the stage stands now. */
  public FrameState current() {
    return new FrameState(usual.width(), usual.height(), stage.isMaximized(), usual.place());
  }

  private void follow() {
    stage.xProperty().subscribe(_ -> noteLater());
    stage.yProperty().subscribe(_ -> noteLater());
    scene.widthProperty().subscribe(_ -> noteLater());
    scene.heightProperty().subscribe(_ -> noteLater());
  }

  /** Systems may tell the new size before they tell that the window is maximised. */
  private void noteLater() {
    Platform.runLater(
        () -> {
          if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            usual =
                new FrameState(
                    scene.getWidth(),
                    scene.getHeight(),
                    false,
                    Optional.of(new FrameState.Place(stage.getX(), stage.getY())));
          }
        });
  }
}
