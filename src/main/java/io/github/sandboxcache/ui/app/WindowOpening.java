package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the window in steps. Between them arrives what the background has found out meanwhile, so
 * that the first frame shows the images already. FX thread only.
 */
final class WindowOpening {
  private static final Logger LOG = LoggerFactory.getLogger(WindowOpening.class);

  private final MainWindow window;
  private final WindowState state;
  private final WindowStateFile stateFile;
  private final StartOptions options;
  private final OtherStarts others;
  private final UiThreads threads;
  private final CompletableFuture<Void> closed;

  /**
   * Not yet begun.
   *
   * @param closed comes true when the window is closed and its state kept, or fails with what kept
   *     the window from being built
   */
  WindowOpening(
      MainWindow window,
      WindowState state,
      WindowStateFile stateFile,
      StartOptions options,
      OtherStarts others,
      UiThreads threads,
      CompletableFuture<Void> closed) {
    this.window = window;
    this.state = state;
    this.stateFile = stateFile;
    this.options = options;
    this.others = others;
    this.threads = threads;
    this.closed = closed;
  }

  /**
   * Begins; the steps follow by themselves.
   *
   * @param how opens the window's engine
   * @param opened the same, begun already
   */
  void begin(Supplier<Opened> how, CompletableFuture<Opened> opened) {
    window.engine().connect(how, opened);
    next(
        () -> {
          window.build();
          next(this::style);
        });
  }

  private void style() {
    var _ = window.scene();
    FirstImages.loaded(window, () -> next(this::show));
  }

  private void show() {
    Stage stage = new Stage();
    MainStage.prepare(stage, window);
    WindowFrame frame = WindowFrame.of(stage, window.scene(), state.frame());
    Runnable stopTicking = window.ticker().start(threads);
    Runnable stopByItself = window.runByItself();
    stage.setOnHidden(
        _ -> {
          others.stop().run();
          stopTicking.run();
          stopByItself.run();
          window.engine().close();
          keep(window.state(frame.current()));
        });
    options.paintTimes().ifPresent(out -> PaintWatch.start(window, out));
    FirstImages.painted(
        window,
        () -> {
          MainStage.showIcons(stage);
          window.complete();
        });
    stage.show();
    others.listen().accept(() -> Platform.runLater(() -> MainStage.bringToFront(stage)));
    // The first line brings the log up, for which the first frame does not wait.
    threads.background().execute(() -> LOG.info("the window is open"));
  }

  private void keep(WindowState now) {
    Thread.ofPlatform()
        .name("keep-window-state")
        .start(
            () -> {
              stateFile.save(now);
              closed.complete(null);
            });
  }

  private void next(Runnable step) {
    Platform.runLater(
        () -> {
          try {
            step.run();
          } catch (RuntimeException e) {
            closed.completeExceptionally(e);
          }
        });
  }
}
