package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that a screen reader has a name and a role for everything the keyboard reaches. */
class AccessibleNamesTest {
  @Test
  void theMainWindowAndEachTabOfTheDetails() {
    try (TestWindow window = TestWindow.open(TestWindow.Setup.light(1280, 820))) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      Toolkit.frames(4);
      TabPane tabs = Toolkit.call(() -> window.find(TabPane.class, ".details .tab-pane"));
      for (int i = 0; i < tabs.getTabs().size(); i++) {
        int tab = i;
        Toolkit.run(() -> tabs.getSelectionModel().select(tab));
        Toolkit.frames(2);
        assertNamed(window.window().scene().getRoot());
      }
    }
  }

  @Test
  void theDialogsThatKeysOpen() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      for (KeyCode key : List.of(KeyCode.N, KeyCode.P, KeyCode.COMMA, KeyCode.SLASH)) {
        window.shortcut(key);
        Toolkit.frames(4);
        assertNamed(window.scene().getRoot());
        window.press(KeyCode.ESCAPE);
      }
    }
  }

  @Test
  void theConfirmationTheCountdownAndActivity() {
    Setup setup = Setup.USUAL.countingDown(Duration.ofMinutes(10));
    try (CommandWindow window = CommandWindow.open(setup)) {
      Toolkit.run(() -> ((Button) window.find(".quiet-danger")).fire());
      Toolkit.frames(4);
      assertNamed(window.scene().getRoot());
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.P);
      window.press(KeyCode.ENTER);
      window.shortcut(KeyCode.J);
      window.await(".task-card");
      assertNamed(window.scene().getRoot());
    }
  }

  @Test
  void thePageWithoutAnEngineAndTheChoiceOfOne() {
    EngineConnector connector =
        _ ->
            new EngineConnector.Outcome.NoEngine(
                List.of(new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, "")));
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(connector))) {
      window.await(".no-engine");
      assertNamed(window.scene().getRoot());
      Toolkit.run(() -> ((Button) window.find("#choose")).fire());
      Toolkit.frames(4);
      assertNamed(window.scene().getRoot());
    }
  }

  @Test
  void thePageOfAnEmptyCache() {
    SampleCache empty = new SampleCache(List.of(), List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL)) {
      window.await(".empty-page");
      assertNamed(window.scene().getRoot());
    }
  }

  private static void assertNamed(Parent root) {
    assertThat(Toolkit.call(() -> AccessibleNames.missing(root))).isEmpty();
    assertThat(Toolkit.call(() -> AccessibleNames.reachable(root))).isGreaterThan(5);
  }
}
