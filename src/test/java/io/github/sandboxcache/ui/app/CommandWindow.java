package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.testing.TestPins;
import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.Columns.TableLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The main window with its real commands on a made-up engine, used by keyboard. */
final class CommandWindow implements AutoCloseable {
  private final Clock clock = NoonClock.started();
  private final SampleEngine engine;
  private final TestPins pins = new TestPins();
  private final FakeSettings settings;
  private final MainWindow window;
  private final Stage stage;

  private CommandWindow(SampleCache cache, Setup setup) {
    engine = new SampleEngine(cache, clock, Duration.ZERO);
    settings = new FakeSettings(setup.settings(), setup.troubles());
    AppServices services = new CommandServices(engine, pins, clock).with(settings, setup);
    WindowState state =
        new WindowState(
            Frame.ofSize(1280, 820), false, false, Splits.DEFAULT, List.of(), TableLayout.DEFAULT);
    window = new MainWindow(services, UiThreads.ofToolkit(), state);
    stage = new Stage();
    stage.setScene(window.scene());
    window.askBeforeClosing(stage);
    stage.show();
    window.complete();
    window.engine().connect(Optional.empty());
  }

  /** Its pins, which a command line may change meanwhile. */
  TestPins pins() {
    return pins;
  }

  /**
   * What the window stands on.
   *
   * @param settings the user's settings
   * @param installer does the installs
   * @param connector finds the engine; empty for the made-up one
   * @param logs what is followed
   * @param setAside where a damaged ledger went
   * @param troubles what of the settings is not legible
   * @param facts what the history knows besides hits and misses
   * @param archives removed images that are kept
   * @param registry any registry
   */
  record Setup(
      Settings settings,
      Installer installer,
      Optional<EngineConnector> connector,
      FollowedLogs logs,
      Optional<Path> setAside,
      List<SettingsTrouble> troubles,
      List<UsageFact> facts,
      ImageArchives archives,
      ImageRegistry registry) {
    static final Setup USUAL =
        new Setup(
            Settings.DEFAULT.withTheme(Theme.LIGHT),
            (request, _, _) -> InstallResult.installed(request, Duration.ofSeconds(14)),
            Optional.empty(),
            new FakeLogs(),
            Optional.empty(),
            List.of(),
            List.of(),
            ImageArchives.NONE,
            ImageRegistry.NONE);

    Setup with(Installer other) {
      return new Setup(
          settings, other, connector, logs, setAside, troubles, facts, archives, registry);
    }

    Setup with(EngineConnector other) {
      return new Setup(
          settings,
          installer,
          Optional.of(other),
          logs,
          setAside,
          troubles,
          facts,
          archives,
          registry);
    }

    Setup with(UsageSettings usage, FollowedLogs followed) {
      return new Setup(
          settings.withUsage(usage),
          installer,
          connector,
          followed,
          setAside,
          troubles,
          facts,
          archives,
          registry);
    }

    Setup withLedgerSetAside(Path aside) {
      return new Setup(
          settings,
          installer,
          connector,
          logs,
          Optional.of(aside),
          troubles,
          facts,
          archives,
          registry);
    }

    Setup withSettings(Settings others) {
      return new Setup(
          others, installer, connector, logs, setAside, troubles, facts, archives, registry);
    }

    Setup withSettings(Settings others, SettingsTrouble trouble) {
      return new Setup(
          others,
          installer,
          connector,
          logs,
          setAside,
          List.of(trouble),
          facts,
          archives,
          registry);
    }

    Setup countingDown(Duration countdown) {
      return new Setup(
          settings.withUndoCountdown(countdown),
          installer,
          connector,
          logs,
          setAside,
          troubles,
          facts,
          archives,
          registry);
    }

    /** The same with removed images that are kept. */
    Setup with(ImageArchives kept) {
      return new Setup(
          settings, installer, connector, logs, setAside, troubles, facts, kept, registry);
    }

    /** The same with a registry that answers like that. */
    Setup with(ImageRegistry other) {
      return new Setup(
          settings, installer, connector, logs, setAside, troubles, facts, archives, other);
    }

    /** The same with a history that knows those facts besides. */
    Setup withFacts(List<UsageFact> more) {
      return new Setup(
          settings, installer, connector, logs, setAside, troubles, more, archives, registry);
    }
  }

  static CommandWindow open(Setup setup) {
    return open(SampleCache.believable(NoonClock.started().instant()), setup);
  }

  static CommandWindow open(SampleCache cache, Setup setup) {
    CommandWindow opened = Toolkit.call(() -> new CommandWindow(cache, setup));
    Toolkit.focus(opened.stage);
    if (setup.connector().isEmpty()) {
      Toolkit.until(() -> !opened.window.cache().view().state().refreshing());
      Toolkit.until(() -> !opened.window.cache().view().isUnknown());
    }
    return opened;
  }

  /** Waits until it has the keyboard again, should another window have taken it. */
  void regainKeyboard() {
    Toolkit.focus(stage);
  }

  /** What its menus call. */
  MainCommands commands() {
    return window.commands();
  }

  /** What its user has set. */
  FakeSettings settings() {
    return settings;
  }

  SampleEngine engine() {
    return engine;
  }

  /** How many of the cache's images the engine has. */
  int cachedImages() {
    return window.engine().sessionProperty().get().orElseThrow().service().list().cached().size();
  }

  /** Asks the window to close, as its frame's button does. */
  void requestClose() {
    Toolkit.run(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    Toolkit.frames(2);
  }

  /** Whether the window is open. */
  boolean isOpen() {
    return Toolkit.call(stage::isShowing);
  }

  /** Makes the window that large. */
  void resize(double width, double height) {
    Toolkit.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    Toolkit.frames(4);
  }

  /** Presses a key with the shortcut key held. */
  void shortcut(KeyCode code) {
    Toolkit.run(() -> fire(KeyEvent.KEY_PRESSED, "", code, true));
    Toolkit.frames(2);
  }

  /** Presses a key with Shift held. */
  void shift(KeyCode code) {
    Toolkit.run(
        () ->
            Event.fireEvent(
                scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, false, false, false)));
    Toolkit.frames(2);
  }

  void press(KeyCode code) {
    Toolkit.run(() -> fire(KeyEvent.KEY_PRESSED, "", code, false));
    Toolkit.run(() -> fire(KeyEvent.KEY_RELEASED, "", code, false));
    Toolkit.frames(2);
  }

  void type(String text) {
    text.chars()
        .mapToObj(Character::toString)
        .forEach(c -> Toolkit.run(() -> fire(KeyEvent.KEY_TYPED, c, KeyCode.UNDEFINED, false)));
    Toolkit.frames(2);
  }

  /** Presses Tab until the button of that name has the focus. */
  void tabTo(String selector) {
    for (int i = 0; i < 30; i++) {
      if (Toolkit.call(() -> find(selector).equals(scene().getFocusOwner()))) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError(
        Toolkit.call(
            () ->
                "Tab does not lead to %s, disabled: %s, shown: %s; the keyboard is in %s; texts: %s"
                    .formatted(
                        selector,
                        find(selector).isDisabled(),
                        isShown(selector),
                        scene().getFocusOwner(),
                        scene().getRoot().lookupAll(".text").stream()
                            .map(node -> node instanceof Text text ? text.getText() : "")
                            .filter(text -> !text.isEmpty())
                            .toList())));
  }

  /** On any thread: nodes come and go on the FX thread. */
  Node find(String selector) {
    if (!Platform.isFxApplicationThread()) {
      return Toolkit.call(() -> find(selector));
    }
    Node node = scene().getRoot().lookup(selector);
    if (node == null) {
      throw new AssertionError("nothing is " + selector);
    }
    return node;
  }

  boolean has(String selector) {
    return Toolkit.call(() -> isShown(selector));
  }

  /** Waits until that is in view. */
  void await(String selector) {
    Toolkit.until(() -> isShown(selector));
    Toolkit.frames(4);
  }

  private boolean isShown(String selector) {
    Node node = scene().getRoot().lookup(selector);
    return node != null && node.isVisible();
  }

  Scene scene() {
    return window.scene();
  }

  MainWindow window() {
    return window;
  }

  /**
   * Writes pictures of the window in both colour schemes and both sizes, in each of which nothing
   * may be wrong with the words.
   */
  void photograph(String name) {
    WindowPictures.take(stage, settings, name);
  }

  /** What can be read in that part of the window. */
  List<String> words(String selector) {
    return SceneFaults.words(find(selector));
  }

  /** Waits until that can be read in that part. */
  void awaitWords(String selector, String words) {
    Toolkit.until(() -> words(selector).contains(words));
  }

  /**
   * Checks that nothing of that part sticks out; after the last picture the window has its least
   * size.
   */
  void assertStandsInside(String selector) {
    Toolkit.run(
        () -> {
          Region part = (Region) find(selector);
          var bounds = part.localToScene(part.getLayoutBounds());
          assertThat(bounds.getMinX()).isNotNegative();
          assertThat(bounds.getMinY()).isNotNegative();
          assertThat(bounds.getMaxX()).isLessThanOrEqualTo(scene().getWidth());
          assertThat(bounds.getMaxY()).isLessThanOrEqualTo(scene().getHeight());
        });
  }

  @Override
  public void close() {
    Toolkit.run(
        () -> {
          window.engine().close();
          stage.hide();
        });
  }

  private void fire(EventType<KeyEvent> type, String character, KeyCode code, boolean shortcut) {
    Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
    Event.fireEvent(
        target, new KeyEvent(type, character, character, code, false, shortcut, false, false));
  }
}
