package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.adapter.contents.SavedImageReader;
import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.files.JsonSettingsStore;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.service.Archives;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.Inspector;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.Versions;
import io.github.sandboxcache.ui.app.AppServices;
import io.github.sandboxcache.ui.app.MainWindow;
import io.github.sandboxcache.ui.app.WindowStateContent;
import io.github.sandboxcache.ui.app.WindowStateFile;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.UiThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

/**
 * The app's window with 10,000 images, of which 50 change again and again. Prints {@code shown WORK
 * WAIT}: ms that the FX thread and the painter worked, and ms from the model's change to the
 * painted frame, the wait for the next frame included.
 */
public final class UpdatedWindow {
  private static final int IMAGES = 10_000;
  private static final int CHANGED = 50;
  private static final int ROUNDS = 60;
  private static final int PAUSE_MS = 120;
  private static final int SETTLE_MS = 4_000;

  private static final int PATIENCE_SECONDS = 60;

  private final Semaphore shown = new Semaphore(0);
  private final Session session;
  private final MainWindow window;
  private long changed;
  private long applied;
  private long pulse;

  private UpdatedWindow(Path folder) {
    Clock clock = Clock.systemUTC();
    SampleEngine engine =
        new SampleEngine(SampleCache.ofSize(IMAGES, Instant.now()), clock, Duration.ZERO);
    session = new Session(engine, clock);
    AppServices services =
        new AppServices(
            new EngineOpener(
                _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> session),
            new JsonSettingsStore(folder.resolve("settings.json")),
            new TaskRunner(clock, InstallText::of),
            FollowedLogs.NONE,
            LogSearch.NONE,
            new SandboxLogImport(List::size, clock),
            SqliteLedger.inMemory((_, asGiven) -> asGiven),
            ImageArchives.NONE,
            Optional::empty,
            DesktopNotices.NONE,
            TerminalWindow.NONE,
            JsonFile.of(folder.resolve("window.json"), WindowStateContent.class),
            JsonFile.of(folder.resolve("automatic.json"), AutomaticPrune.LastRun.class),
            new AppServices.Facts(
                new Versions("", ""), AppDirectories.under(folder), "sandbox-cache"),
            clock);
    window =
        new MainWindow(
            services,
            UiThreads.ofToolkit(),
            new WindowStateFile(
                    JsonFile.of(folder.resolve("window.json"), WindowStateContent.class))
                .load());
    Stage stage = new Stage();
    stage.setScene(window.scene());
    stage.show();
    window.complete();
    window.engine().connect(Optional.empty());
    window.images().contentProperty().addListener((_, _, _) -> onModelChange());
    window.scene().addPreLayoutPulseListener(this::onPulse);
    window.scene().addPostLayoutPulseListener(this::onLaidOut);
  }

  /** A session whose images change when it is told so. */
  private static final class Session implements EngineSession {
    private final EngineDescription description;
    private final CacheService service;
    private final List<CatalogState> states = new ArrayList<>();
    private final List<Consumer<CatalogState>> listeners = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Session(SampleEngine engine, Clock clock) {
      description = engine.description();
      SqliteLedger ledger = SqliteLedger.inMemory((_, asGiven) -> asGiven);
      service =
          new CacheService(
              engine,
              (_, _, _) -> InstallResult.failed(Duration.ZERO, List.of()),
              new Inspector(engine, new SavedImageReader(), ContentsStore.NONE),
              ledger,
              ledger,
              new PinsInMemory(),
              LayerStore.NONE,
              new Archives(
                  engine,
                  ImageArchives.NONE,
                  new Inspector(engine, new SavedImageReader(), ContentsStore.NONE),
                  () -> ArchiveSettings.DEFAULT),
              new ProcessLocks(Path.of("target", "bench-locks")),
              clock);
      EngineSnapshot snapshot =
          new EngineSnapshot(engine.images(), engine.containers(), description.naming());
      states.add(state(snapshot));
      states.add(state(snapshot.withImages(grown(snapshot.images()))));
    }

    private static CatalogState state(EngineSnapshot snapshot) {
      return new CatalogState(
          Catalog.of(snapshot), Freshness.CURRENT, Optional.of(Instant.EPOCH), false);
    }

    private static List<EngineImage> grown(List<EngineImage> images) {
      List<EngineImage> others = new ArrayList<>(images);
      for (int i = 0; i < CHANGED; i++) {
        EngineImage image = images.get(i * (images.size() / CHANGED));
        others.set(
            i * (images.size() / CHANGED),
            new EngineImage(
                image.id(),
                image.references(),
                OptionalLong.of(image.sizeBytes().orElseThrow() * 2),
                image.sharedBytes(),
                image.createdAt(),
                image.parentId(),
                image.labels()));
      }
      return others;
    }

    void change() {
      int _ = turn.incrementAndGet();
      listeners.forEach(listener -> listener.accept(state()));
    }

    @Override
    public EngineDescription engine() {
      return description;
    }

    @Override
    public CacheService service() {
      return service;
    }

    @Override
    public void start() {
      listeners.forEach(listener -> listener.accept(state()));
    }

    @Override
    public CatalogState state() {
      return states.get(turn.get() % states.size());
    }

    @Override
    public void onChange(Consumer<CatalogState> listener) {
      listeners.add(listener);
    }

    @Override
    public void onRecordsChange(Runnable listener) {}

    @Override
    public void refresh() {
      // Its images change by themselves.
    }

    @Override
    public void close() {
      // There is nothing to let go of.
    }
  }

  /** The first argument is an empty folder. */
  public static void main(String[] arguments) throws InterruptedException {
    CompletableFuture<UpdatedWindow> opened = new CompletableFuture<>();
    Platform.startup(() -> opened.complete(new UpdatedWindow(Path.of(arguments[0]))));
    UpdatedWindow window = opened.join();
    // The first frames belong to the opening.
    Thread.sleep(SETTLE_MS);
    window.shown.drainPermits();
    for (int round = 0; round < ROUNDS; round++) {
      Thread.sleep(PAUSE_MS);
      Platform.runLater(window.session::change);
      if (!window.shown.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("a change was not painted");
        // The window would keep the process alive, and the benchmark waiting.
        System.exit(1);
      }
    }
    Platform.exit();
    System.exit(0);
  }

  private void onModelChange() {
    changed = System.nanoTime();
    applied = 0;
    pulse = 0;
    // Comes when the listeners after this one have brought the change into the table.
    Platform.runLater(
        () -> {
          applied = System.nanoTime();
          // The pulse that shows it may be over by now, and nothing else asks for another.
          Platform.requestNextPulse();
        });
  }

  private void onPulse() {
    if (applied != 0 && pulse == 0) {
      pulse = System.nanoTime();
    }
  }

  private void onLaidOut() {
    if (pulse != 0) {
      long worked = applied - changed;
      long begun = pulse;
      long from = changed;
      applied = 0;
      pulse = 0;
      Platform.runLater(
          () -> {
            var _ = new Rectangle(1, 1).snapshot(null, null);
            long painted = System.nanoTime();
            System.out.println(
                "shown " + (worked + painted - begun) / 1e6 + " " + (painted - from) / 1e6);
            shown.release();
          });
    }
  }
}
