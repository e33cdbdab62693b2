package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.contents.SavedImageReader;
import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.files.JsonSnapshotStore;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sqlite.LayerDatabase;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.ChangeWatch;
import io.github.sandboxcache.service.EngineObserver;
import io.github.sandboxcache.service.Inspector;
import io.github.sandboxcache.service.LiveCatalog;
import io.github.sandboxcache.service.LiveTimings;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LiveEngineSession;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.Columns.TableLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/** The main window on a real engine, with a live catalog and what it keeps in a directory. */
final class EngineWindow implements AutoCloseable {
  private final Clock clock = Clock.systemUTC();
  private final FakeSettings settings = new FakeSettings(Settings.DEFAULT.withTheme(Theme.LIGHT));
  private final Path directory;
  private final MainWindow window;
  private final Stage stage = new Stage();

  private EngineWindow(String endpoint, Path directory) {
    this.directory = directory;
    DockerEngineConnector connector = new DockerEngineConnector(EngineEnvironment.current());
    AppServices services =
        new AppServices(
            new EngineOpener(
                _ -> connector.connect(Optional.of(endpoint)),
                () -> {
                  throw new AssertionError("nobody asked for made-up images");
                },
                this::session),
            settings,
            new TaskRunner(clock, InstallText::of),
            new FakeLogs(),
            LogSearch.NONE,
            new SandboxLogImport(Ledgers.empty(), clock),
            Ledgers.empty(),
            ImageArchives.NONE,
            Optional::empty,
            DesktopNotices.NONE,
            TerminalWindow.NONE,
            JsonFile.of(Path.of("unused"), WindowStateContent.class),
            JsonFile.of(Path.of("unused"), AutomaticPrune.LastRun.class),
            TestFacts.onLinux(),
            clock);
    WindowState state =
        new WindowState(
            Frame.ofSize(1280, 820), true, false, Splits.DEFAULT, List.of(), TableLayout.DEFAULT);
    window = new MainWindow(services, UiThreads.ofToolkit(), state);
    stage.setScene(window.scene());
    stage.show();
    window.complete();
    window.engine().connect(Optional.empty());
  }

  private EngineSession session(ContainerEngine engine) {
    LayerDatabase database = database(directory);
    SqliteLedger ledger = Ledgers.empty();
    PinsInMemory pins = new PinsInMemory();
    return new LiveEngineSession(
        engine,
        new CacheService(
            engine,
            (_, _, _) -> InstallResult.failed(Duration.ZERO, List.of()),
            new Inspector(engine, new SavedImageReader(), database),
            ledger,
            ledger,
            pins,
            database,
            TestArchives.none(engine),
            TestLocks.create(),
            clock),
        new LiveCatalog(
            engine,
            new JsonSnapshotStore(directory, engine.description().endpoint()),
            database,
            clock,
            LiveTimings.DEFAULT,
            EngineObserver.NONE),
        new ChangeWatch(ledger, pins));
  }

  private static LayerDatabase database(Path directory) {
    return new LayerDatabase(directory.resolve("layers.db"));
  }

  /** What a window left in that directory of the insides of that engine's images. */
  static Map<String, KnownContents> kept(ContainerEngine engine, Path directory) {
    return database(directory).loadContents(engine.description().endpoint());
  }

  /** Opens a window on that engine, through a connection of its own. */
  static EngineWindow open(ContainerEngine engine, Path directory) {
    EngineWindow opened =
        Toolkit.call(() -> new EngineWindow(engine.description().endpoint(), directory));
    Toolkit.focus(opened.stage);
    return opened;
  }

  MainWindow window() {
    return window;
  }

  /** FX thread only. */
  <N extends Node> N find(Class<N> type, String selector) {
    return type.cast(window.scene().getRoot().lookup(selector));
  }

  /** Presses the button that says so. */
  void press(String words) {
    Toolkit.run(
        () ->
            window.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow()
                .fire());
  }

  /** What can be read in that part of the window. */
  List<String> words(String selector) {
    return SceneFaults.words(Toolkit.call(() -> find(Node.class, selector)));
  }

  /** Waits until that can be read in that part. */
  void awaitWords(String selector, String words) {
    try {
      Toolkit.until(() -> words(selector).contains(words));
    } catch (AssertionError e) {
      throw new AssertionError(words + " is not among " + words(selector), e);
    }
    Toolkit.frames(4);
  }

  /** Writes a picture of the window, in which nothing may be wrong with the words. */
  void screenshot(String name) {
    Screenshots.take(window.scene(), name);
    assertThat(SceneFaults.of(window.scene(), settings.current().theme())).as(name).isEmpty();
  }

  @Override
  public void close() {
    Toolkit.run(
        () -> {
          window.engine().close();
          stage.hide();
        });
  }
}
