package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Opens the window as soon as the toolkit is there. */
public final class SandboxCacheApp {
  private final AppServices services;
  private final WindowStateFile stateFile;
  private final UiThreads threads = UiThreads.ofToolkit();

  /** An app on those services. */
  public SandboxCacheApp(AppServices services) {
    this.services = services;
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
    Optional<String> engineUri =
        options.engineUri().or(() -> services.settings().current().engineUri());
    Supplier<Opened> engine =
        options.sample()
            ? services.engines()::openSample
            : () -> services.engines().open(engineUri);
    // It is connected to while the toolkit starts.
    CompletableFuture<Opened> opened = CompletableFuture.supplyAsync(engine, threads.background());
    WindowState left = stateFile.load();
    CompletableFuture<Void> closed = new CompletableFuture<>();
    toolkit.run(
        () -> {
          try {
            WindowState state = left.in(WindowFrame.onScreens(left.frame()));
            MainWindow window = new MainWindow(services, threads, state);
            new WindowOpening(window, state, stateFile, options, others, threads, closed)
                .begin(engine, opened);
          } catch (RuntimeException e) {
            closed.completeExceptionally(e);
          }
        });
    try {
      var _ = closed.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window cannot be built", e.getCause());
    }
  }
}
