package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/** The main window for a picture: it opens, waits until all that it shows has arrived, and goes. */
public final class StillWindow {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** In the first of them what arrived is laid out, which may ask for more. */
  private static final int QUIET_FRAMES = 3;

  private final Underway underway = new Underway();
  private final CompletableFuture<WritableImage> picture;
  private final MainWindow window;
  private final Stage stage = new Stage();
  private final int scale;

  private StillWindow(
      AppServices services, Opened opened, Look look, CompletableFuture<WritableImage> picture) {
    WindowState state = WindowState.ofSize(look.width(), look.height());
    this.picture = picture;
    this.scale = look.scale();
    this.window = new MainWindow(services, underway.counting(UiThreads.ofToolkit()), state);
    window.engine().connect(() -> opened, CompletableFuture.completedFuture(opened));
  }

  /**
   * How it looks.
   *
   * @param width of the window, in its own pixels
   * @param height of the window, in its own pixels
   * @param scale pixels of the picture for each of the window's, from 1
   */
  public record Look(int width, int height, int scale) {}

  /**
   * Takes its picture. On any thread but the toolkit's.
   *
   * @param toolkit its start
   * @param services of which none is asked to change anything
   * @param opened what the window is about
   * @throws UnsupportedOperationException when the toolkit finds no screen, not even in memory
   * @throws LinkageError when a library of the system is missing
   * @throws TimeoutException when what it shows does not arrive
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public static WritableImage picture(
      ToolkitStart toolkit, AppServices services, Opened opened, Look look)
      throws InterruptedException, TimeoutException {
    CompletableFuture<WritableImage> taken = new CompletableFuture<>();
    toolkit.run(() -> begin(services, opened, look, taken));
    try {
      return taken.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window cannot be built", e.getCause());
    }
  }

  /**
   * Begins to. FX thread only.
   *
   * @param picture comes true, or fails with what kept the window from being built
   */
  static void begin(
      AppServices services, Opened opened, Look look, CompletableFuture<WritableImage> picture) {
    try {
      new StillWindow(services, opened, look, picture).open();
    } catch (RuntimeException e) {
      picture.completeExceptionally(e);
    }
  }

  private void open() {
    stage.setScene(window.scene());
    window.complete();
    stage.show();
    new AnimationTimer() {
      private int quiet;

      @Override
      public void handle(long now) {
        quiet = underway.isNone() ? quiet + 1 : 0;
        Platform.requestNextPulse();
        if (quiet > QUIET_FRAMES) {
          stop();
          Platform.runLater(StillWindow.this::take);
        }
      }
    }.start();
  }

  private void take() {
    try {
      picture.complete(drawn(window.scene(), scale));
    } catch (RuntimeException e) {
      picture.completeExceptionally(e);
    } finally {
      window.engine().close();
      stage.hide();
    }
  }

  /**
   * Draws a scene as it is now. FX thread only.
   *
   * @param scale pixels of the picture for each of the scene's, from 1
   */
  static WritableImage drawn(Scene scene, int scale) {
    double width = scene.getWidth() * scale;
    double height = scene.getHeight() * scale;
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    // Else what reaches beyond the edge, such as a shadow, would move everything.
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    parameters.setFill(scene.getFill());
    return scene.getRoot().snapshot(parameters, new WritableImage((int) width, (int) height));
  }
}
