package io.github.sandboxcache.ui;

import io.github.sandboxcache.ui.main.MainWindow;
import io.github.sandboxcache.ui.main.WindowContext;
import io.github.sandboxcache.ui.main.WindowFrame;
import io.github.sandboxcache.ui.main.WindowState;
import io.github.sandboxcache.ui.main.WindowStateFile;
import io.github.sandboxcache.ui.model.UiThreads;
import io.github.sandboxcache.ui.shell.MainCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the toolkit and opens the window. */
public final class SandboxCacheApp {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxCacheApp.class);

  private final AppServices services;
  private final Function<WindowContext, MainCommands> commands;
  private final WindowStateFile stateFile;
  private final UiThreads threads = UiThreads.ofToolkit();

  /**
   * An app on those services.
   *
   * @param commands makes what the window's buttons and keys call
   */
  public SandboxCacheApp(AppServices services, Function<WindowContext, MainCommands> commands) {
    this.services = services;
    this.commands = commands;
    this.stateFile = new WindowStateFile(services.windowFile());
  }

  /**
   * Opens the window and waits until it is closed.
   *
   * @param toolkit its start, which goes on meanwhile
   * @throws UnsupportedOperationException when there is no display
   * @throws IllegalStateException when the window cannot be built
   * @throws InterruptedException when the waiting thread is interrupted; the window stays open
   */
  public void run(ToolkitStart toolkit, StartOptions options, OtherStarts others)
      throws InterruptedException {
    if (!options.sample()) {
      services.engines().begin(engineUri(options), threads.background());
    }
    WindowState state = stateFile.load();
    CountDownLatch closed = new CountDownLatch(1);
    List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    toolkit.run(
        () -> {
          try {
            open(options, others, state, closed);
            LOG.info("the window is open");
          } catch (RuntimeException e) {
            failures.add(e);
            closed.countDown();
          }
        });
    closed.await();
    if (!failures.isEmpty()) {
      throw new IllegalStateException("the window cannot be built", failures.getFirst());
    }
  }

  private void open(
      StartOptions options, OtherStarts others, WindowState left, CountDownLatch closed) {
    WindowState state = left.in(WindowFrame.onScreens(left.frame()));
    Stage stage = new Stage();
    MainWindow window = new MainWindow(services, threads, commands, state);
    MainStage.prepare(stage, window);
    WindowFrame frame = WindowFrame.of(stage, window.scene(), state.frame());
    Runnable stopTicking = window.context().ticker().start(threads);
    stage.setOnHidden(
        _ -> {
          others.stop().run();
          stopTicking.run();
          window.context().engine().close();
          WindowState now = window.state(frame.current());
          Thread.ofPlatform()
              .name("keep-window-state")
              .start(
                  () -> {
                    stateFile.save(now);
                    closed.countDown();
                  });
        });
    options.paintTimes().ifPresent(out -> PaintWatch.start(window, out));
    FirstPaint.then(
        window,
        () -> {
          MainStage.showIcons(stage);
          window.complete();
        });
    stage.show();
    others.listen().accept(() -> Platform.runLater(() -> MainStage.bringToFront(stage)));
    if (options.sample()) {
      window.context().engine().openSample();
    } else {
      window.context().engine().connect(engineUri(options));
    }
  }

  private Optional<String> engineUri(StartOptions options) {
    return options.engineUri().or(() -> services.settings().current().engineUri());
  }
}
