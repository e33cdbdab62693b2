package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.cache.Columns.TableLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The main window on a made-up engine; everything happens on the FX thread at once. */
public final class TestWindow implements AutoCloseable {
  /** The time it is in the window. */
  public static final Instant NOW = Instant.parse("2026-03-04T18:00:04Z");

  private static final EngineDescription DOCKER =
      new EngineDescription(
          "Docker",
          "28.5.2",
          "1.51",
          "unix:///var/run/docker.sock",
          "default",
          ReferenceNaming.DOCKER,
          false);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final FakeCommands commands = new FakeCommands();
  private final FakeSession session;
  private final TaskRunner tasks;
  private final FakeSettings settings;
  private final MainWindow window;
  private final Stage stage;

  private TestWindow(SampleCache cache, UsageLedger usage, Setup setup) {
    InstantSource time = now::get;
    Clock clock = time.withZone(ZoneOffset.UTC);
    SampleEngine engine = new SampleEngine(cache, clock, Duration.ZERO);
    session =
        new FakeSession(
            engine, setup.sample() ? engine.description() : DOCKER, usage, NOW.minusSeconds(4));
    tasks = new TaskRunner(clock, InstallText::of);
    settings = new FakeSettings(Settings.DEFAULT.withTheme(setup.theme()));
    AppServices services =
        new AppServices(
            new EngineOpener(
                _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> session),
            settings,
            tasks,
            new FakeLogs(),
            setup.search(),
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
            Frame.ofSize(setup.width(), setup.height()),
            setup.details(),
            false,
            Splits.DEFAULT,
            List.of(),
            TableLayout.DEFAULT);
    window = new MainWindow(services, TestThreads.direct(), state, Optional.of(commands));
    stage = new Stage();
    stage.setScene(window.scene());
    stage.show();
    if (setup.sample()) {
      window.engine().openSample();
    } else {
      window.engine().connect(Optional.empty());
    }
  }

  /** How a window is opened. */
  public record Setup(
      double width,
      double height,
      Settings.Theme theme,
      boolean sample,
      boolean details,
      LogSearch search) {
    /** Where no log is found. */
    public Setup(
        double width, double height, Settings.Theme theme, boolean sample, boolean details) {
      this(width, height, theme, sample, details, LogSearch.NONE);
    }

    /** The same where logs are found that way. */
    public Setup with(LogSearch other) {
      return new Setup(width, height, theme, sample, details, other);
    }

    /** A light window on Docker of that size. */
    public static Setup light(double width, double height) {
      return new Setup(width, height, Settings.Theme.LIGHT, false, true);
    }

    /** The same in dark. */
    public Setup dark() {
      return new Setup(width, height, Settings.Theme.DARK, sample, details, search);
    }

    /** The same with sample data. */
    public Setup onSample() {
      return new Setup(width, height, theme, true, details, search);
    }
  }

  /** A window on the believable sample cache. */
  public static TestWindow open(Setup setup) {
    SampleCache cache = SampleCache.believable(NOW);
    return open(cache, Ledgers.sample(NOW), setup);
  }

  /** A window on any cache that nobody has asked for anything. */
  public static TestWindow open(SampleCache cache, Setup setup) {
    return open(cache, Ledgers.empty(), setup);
  }

  /** A window on any cache and what is known of its use. */
  public static TestWindow open(SampleCache cache, UsageLedger usage, Setup setup) {
    TestWindow opened = openAtFirstPaint(cache, usage, setup);
    Toolkit.run(opened.window::complete);
    return opened;
  }

  /** The same as it is before details and usage come. */
  public static TestWindow openAtFirstPaint(SampleCache cache, UsageLedger usage, Setup setup) {
    TestWindow opened = Toolkit.call(() -> new TestWindow(cache, usage, setup));
    Toolkit.focus(opened.stage);
    return opened;
  }

  /** The commands that were given. */
  public FakeCommands commands() {
    return commands;
  }

  /** The window's session, by which the test changes the catalog. */
  public FakeSession session() {
    return session;
  }

  /** Its settings now. */
  public Settings settings() {
    return settings.current();
  }

  /** Changes its theme in the settings. FX thread only. */
  public void goDark() {
    settings.save(settings.current().withTheme(Settings.Theme.DARK));
  }

  /** Lets time go by; it stands still otherwise. */
  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    Toolkit.run(() -> window.ticker().tick());
  }

  /** The window. */
  public MainWindow window() {
    return window;
  }

  /** Finds a node by its CSS selector. On any thread: nodes come and go on the FX thread. */
  public <N extends Node> N find(Class<N> type, String selector) {
    return Platform.isFxApplicationThread()
        ? type.cast(window.scene().getRoot().lookup(selector))
        : Toolkit.call(() -> find(type, selector));
  }

  /** What the labels say that match a CSS selector and can be seen. */
  public Set<String> texts(String selector) {
    return Toolkit.call(
        () ->
            window.scene().getRoot().lookupAll(selector).stream()
                .filter(TestWindow::isShown)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet()));
  }

  /** What can be read in that part of the window. */
  public List<String> words(String selector) {
    return SceneFaults.words(find(Node.class, selector));
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  /** Presses a key where the keyboard is. */
  public void press(KeyCode code, KeyCombination.Modifier... modifiers) {
    List<KeyCombination.Modifier> held = List.of(modifiers);
    Toolkit.run(
        () -> {
          Scene scene = window.scene();
          Node owner = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
          owner.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  code,
                  held.contains(KeyCombination.SHIFT_DOWN),
                  held.contains(KeyCombination.SHORTCUT_DOWN),
                  false,
                  false));
        });
    Toolkit.frames(2);
  }

  /** Writes a picture of the window, in which nothing may be wrong with the words. */
  public void screenshot(String name) {
    Screenshots.take(window.scene(), name);
    assertThat(SceneFaults.of(window.scene(), settings.current().theme())).as(name).isEmpty();
  }

  @Override
  public void close() {
    Toolkit.run(stage::hide);
  }
}
