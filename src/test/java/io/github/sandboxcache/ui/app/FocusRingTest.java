package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that one sees where the keyboard is, wherever keys have put it. */
class FocusRingTest {
  /** A ring around the smallest control, two pixels wide, has more. */
  private static final int MIN_PIXELS = 60;

  @Test
  void eachAreaThatF6LeadsTo() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      Node start = owner(window);
      Set<Node> areas = new HashSet<>();
      do {
        assertRing(window);
        areas.add(owner(window));
        window.press(KeyCode.F6);
      } while (!owner(window).equals(start));
      assertThat(areas).hasSize(4);
    }
  }

  @Test
  void eachControlOfTheWindowThatTabLeadsTo() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      assertThat(walk(window)).isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"N", "P", "COMMA", "SLASH"})
  void eachControlOfTheDialogThatAKeyOpens(KeyCode key) {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      Node before = owner(window);
      window.shortcut(key);
      assertThat(Toolkit.call(window.window().overlays()::isDialogOpen)).isTrue();
      walk(window);
      window.press(KeyCode.ESCAPE);
      assertThat(owner(window)).isEqualTo(before);
      assertRing(window);
    }
  }

  @Test
  void theQuestionOfClearAndTheMessageWithUndo() {
    try (CommandWindow window =
        CommandWindow.open(Setup.USUAL.countingDown(Duration.ofMinutes(10)))) {
      window.shortcut(KeyCode.F);
      window.tabTo(".quiet-danger");
      window.press(KeyCode.SPACE);
      window.await(".clear-dialog");
      assertThat(walk(window)).isGreaterThan(1);
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.P);
      window.press(KeyCode.ENTER);
      window.shortcut(KeyCode.J);
      window.await(".task-card");
      window.tabTo(".toast #action");
      assertRing(window);
      window.tabTo(".task-card .button");
      assertRing(window);
    }
  }

  @Test
  void thePagesWithoutImages() {
    EngineConnector connector =
        _ ->
            new EngineConnector.Outcome.NoEngine(
                List.of(new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, "")));
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(connector))) {
      window.await(".no-engine");
      window.tabTo("#choose");
      window.press(KeyCode.SPACE);
      assertThat(walk(window)).isGreaterThan(2);
    }
    try (CommandWindow window =
        CommandWindow.open(new SampleCache(List.of(), List.of()), Setup.USUAL)) {
      window.await(".empty-page");
      window.shortcut(KeyCode.F);
      assertThat(walk(window)).isGreaterThan(3);
    }
  }

  @Test
  void theMouseLeavesNoRing() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      window.press(KeyCode.F6);
      window.press(KeyCode.F6);
      Node usage = owner(window);
      assertThat(FocusRing.isAsked(usage)).isTrue();
      Toolkit.run(() -> Event.fireEvent(usage, mousePress()));
      assertThat(FocusRing.isAsked(usage)).isFalse();

      Toolkit.run(window.commands()::showKeys);
      Toolkit.frames(4);
      assertThat(FocusRing.isAsked(owner(window))).isFalse();
    }
  }

  /** A field shows where typing goes, however it got the keyboard. */
  @ParameterizedTest
  @EnumSource(names = {"F", "N", "P", "COMMA"})
  void whateverTheMouseFocusesHasNoRingButAField(KeyCode key) {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(key);
      for (Node node : reached(window)) {
        Toolkit.run(
            () -> {
              Event.fireEvent(window.scene().getRoot(), mousePress());
              window.scene().getRoot().requestFocus();
              node.requestFocus();
            });
        window.regainKeyboard();
        if (owner(window).equals(node) && !(node instanceof TextInputControl)) {
          assertThat(FocusRing.pixels(node)).as("the ring of %s", node).isZero();
        }
      }
    }
  }

  @Test
  void aRowHasARingOnceKeysMoveOnFromAClick() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.await(".tree-table-row-cell");
      Node row = window.find(".tree-table-row-cell");
      Toolkit.run(() -> Event.fireEvent(row, mousePress()));
      window.regainKeyboard();
      Node table = owner(window);
      assertThat(table).isInstanceOf(TreeTableView.class);
      assertThat(FocusRing.pixels(table)).isZero();

      window.press(KeyCode.DOWN);

      assertRing(window);
    }
  }

  private static Set<Node> reached(CommandWindow window) {
    Toolkit.frames(4);
    Set<Node> seen = new LinkedHashSet<>();
    while (seen.add(owner(window))) {
      window.press(KeyCode.TAB);
    }
    return seen;
  }

  /**
   * Goes through all that Tab reaches, until it has been everywhere, and says how many that are.
   */
  private static int walk(CommandWindow window) {
    Toolkit.frames(4);
    Set<Node> seen = new HashSet<>();
    while (seen.add(owner(window))) {
      assertRing(window);
      window.press(KeyCode.TAB);
    }
    return seen.size();
  }

  private static void assertRing(CommandWindow window) {
    window.regainKeyboard();
    Node owner = owner(window);
    assertThat(FocusRing.isAsked(owner)).as("%s is asked to show its focus", owner).isTrue();
    assertThat(FocusRing.pixels(owner)).as("the ring of %s", owner).isGreaterThan(MIN_PIXELS);
  }

  private static Node owner(CommandWindow window) {
    return Toolkit.call(() -> window.scene().getFocusOwner());
  }

  private static MouseEvent mousePress() {
    return new MouseEvent(
        MouseEvent.MOUSE_PRESSED,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
