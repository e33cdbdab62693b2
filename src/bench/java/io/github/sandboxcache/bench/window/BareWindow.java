package io.github.sandboxcache.bench.window;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

/** The least that JavaFX can show: a window with one label. Says when it has been painted. */
public final class BareWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 820;

  private BareWindow() {}

  /** Opens the window and keeps it open. */
  public static void main(String[] arguments) {
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          Scene scene = new Scene(new StackPane(new Label("Hello")), WIDTH, HEIGHT);
          scene.addPostLayoutPulseListener(
              new Runnable() {
                @Override
                public void run() {
                  scene.removePostLayoutPulseListener(this);
                  Platform.runLater(BareWindow::report);
                }
              });
          stage.setScene(scene);
          stage.show();
        });
  }

  /** As the app does it; see its own report. */
  private static void report() {
    var _ = new Rectangle(1, 1).snapshot(null, null);
    System.out.println("painted " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
  }
}
