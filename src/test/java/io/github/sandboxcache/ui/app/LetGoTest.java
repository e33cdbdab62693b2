package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.testing.GarbageCollection;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.base.MainCommands;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards that dialogs and rows go on following their models when the garbage collector has run, and
 * that nobody keeps a dialog or a window that is closed.
 */
class LetGoTest {
  private static final PseudoClass LEAVING = PseudoClass.getPseudoClass("leaving");

  /**
   * A dialog and what opens it.
   *
   * @param selector finds it
   */
  record Opening(String selector, Consumer<MainCommands> open) {
    @Override
    public String toString() {
      return selector;
    }
  }

  static Stream<Opening> dialogs() {
    return Stream.of(
        new Opening(".install-dialog", MainCommands::install),
        new Opening(".clear-dialog", MainCommands::clear),
        new Opening(".settings-dialog", MainCommands::openSettings),
        new Opening(".choose-engine", MainCommands::chooseEngine),
        new Opening(".help-dialog", MainCommands::showHelp),
        new Opening(".about-dialog", MainCommands::showAbout),
        new Opening(".keys-dialog", MainCommands::showKeys));
  }

  @ParameterizedTest
  @MethodSource("dialogs")
  void aClosedDialogIsKeptByNobody(Opening opening) {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(() -> opening.open().accept(window.commands()));
      assertIsLetGo(window, opening.selector());
    }
  }

  @Test
  void aClosedPreviewIsKeptByNobody() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.P);
      assertIsLetGo(window, ".prune-preview");
    }
  }

  @Test
  void aClosedWindowIsKeptByNobody() {
    assertIsLetGo(Setup.USUAL, ".images");
  }

  /** Its page has a clock, by which it tries again. */
  @Test
  void aClosedWindowWithoutAnEngineIsKeptByNobody() {
    assertIsLetGo(Setup.USUAL.with(_ -> new Outcome.NoEngine(List.of())), ".no-engine");
  }

  private static void assertIsLetGo(Setup setup, String shown) {
    WeakReference<Scene> scene = closedWindow(setup, shown);

    GarbageCollection.awaitTaken(scene, LastPaint::forget);
  }

  private static WeakReference<Scene> closedWindow(Setup setup, String shown) {
    try (CommandWindow window = CommandWindow.open(setup)) {
      window.await(shown);
      window.shortcut(KeyCode.COMMA);
      window.press(KeyCode.ESCAPE);
      return new WeakReference<>(window.scene());
    }
  }

  @Test
  void openDialogsFollowWhatIsTyped() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.N);
      GarbageCollection.force();
      window.type("pandas ");
      assertThat(Toolkit.call(() -> window.find("#primary").isDisabled())).isFalse();
      window.press(KeyCode.ESCAPE);

      window.shortcut(KeyCode.P);
      String before = goes(window);
      GarbageCollection.force();
      window.tabTo("#NEWEST #more");
      window.press(KeyCode.SPACE);
      assertThat(before).isEqualTo("Remove 21");
      Toolkit.until(() -> !goes(window).equals(before));
    }
  }

  @Test
  void aPruneCountsDownMarksItsRowsAndIsTakenBack() {
    try (CommandWindow window =
        CommandWindow.open(Setup.USUAL.countingDown(Duration.ofMinutes(10)))) {
      String image = choose(window).toString();
      GarbageCollection.force();

      window.shortcut(KeyCode.P);
      window.press(KeyCode.ENTER);
      window.await(".toast");
      assertThat(Toolkit.call(() -> isLeaving(window, image))).isTrue();

      GarbageCollection.force();
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> !isLeaving(window, image));
      Toolkit.until(() -> !window.has(".toast"));
    }
  }

  @Test
  void aTaskShowsInTheStatusBarUntilItHasEnded() {
    CountDownLatch end = new CountDownLatch(1);
    Installer installer =
        (request, _, _) -> {
          awaitUninterruptibly(end);
          return InstallResult.installed(request, Duration.ofSeconds(14));
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer))) {
      GarbageCollection.force();
      window.shortcut(KeyCode.N);
      window.type("pandas ");
      window.tabTo("#primary");
      window.press(KeyCode.ENTER);

      window.awaitWords(".status-bar", "Installing pandas");
      end.countDown();
      Toolkit.until(() -> !window.words(".status-bar").contains("Installing pandas"));
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFocusIsStillShown() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      GarbageCollection.force();
      window.shortcut(KeyCode.F);
      assertThat(FocusRing.isAsked(Toolkit.call(() -> window.scene().getFocusOwner()))).isTrue();
    }
  }

  private static void assertIsLetGo(CommandWindow window, String selector) {
    window.await(selector);
    WeakReference<Node> dialog = new WeakReference<>(window.find(selector));
    window.press(KeyCode.ESCAPE);

    assertThat(window.has(selector)).isFalse();
    GarbageCollection.awaitTaken(dialog, LastPaint::forget);
  }

  private static String goes(CommandWindow window) {
    return ((Labeled) window.find("#go")).getText();
  }

  private static boolean isLeaving(CommandWindow window, String image) {
    return table(window).lookupAll(".tree-table-row-cell").stream()
        .filter(row -> String.valueOf(row.getAccessibleText()).startsWith(image))
        .anyMatch(row -> row.getPseudoClassStates().contains(LEAVING));
  }
}
