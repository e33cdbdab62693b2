package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogOrigin;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.connect.FoundLogs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards that a window without lookups offers to connect a sandbox, that it can be done by keyboard
 * and by dropping a file, and that nothing is searched before somebody asks.
 */
class ConnectScreensTest {
  private static TestWindow open(Setup setup, LogSearch search) {
    TestWindow window =
        TestWindow.open(
            SampleCache.believable(TestWindow.NOW), Ledgers.empty(), setup.with(search));
    Toolkit.run(() -> window.window().layout().usageFoldedProperty().set(false));
    Toolkit.frames(2);
    return window;
  }

  private static void press(TestWindow window, String selector) {
    Toolkit.run(() -> window.find(Button.class, selector).fire());
    Toolkit.frames(2);
  }

  @Test
  void nothingIsSearchedBeforeSomebodyAsks() {
    FoundLogs search = FoundLogs.of(FoundLogs.DESKTOP);
    try (TestWindow window = open(Setup.light(1280, 820), search)) {
      window.screenshot("connect-start");
      assertThat(search.asked()).isEmpty();
      assertThat(window.words(".connect"))
          .contains(
              "Connect your sandbox",
              "Hits, misses and waiting times come from its log. Nothing leaves this machine.",
              "Choose a file…");
      assertThat(window.find(Node.class, ".usage-panels").isVisible()).isFalse();
    }
  }

  @Test
  void whatIsFoundIsAddedByKeyboard() {
    FoundLogs search = FoundLogs.of(FoundLogs.DESKTOP, FoundLogs.CODE);
    try (TestWindow window = open(Setup.light(1280, 820), search)) {
      Toolkit.run(() -> assertThat(window.window().connect().bringIntoView()).isTrue());
      assertThat(Toolkit.call(() -> window.window().scene().getFocusOwner()))
          .isEqualTo(window.find(Button.class, "#look"));
      press(window, "#look");
      window.screenshot("connect-found");
      assertThat(window.words(".connect-rows"))
          .contains(
              "Claude Desktop",
              "2,446 events found",
              "~/.config/Code/logs/…/mcpServer.sandbox.log");

      Toolkit.run(() -> window.window().connect().bringIntoView());
      press(window, ".connect-rows .button");
      window.screenshot("connect-added");
      assertThat(window.words(".connect-rows")).contains("Followed");
      assertThat(Toolkit.call(() -> window.window().scene().getFocusOwner()))
          .as("the keyboard goes on to the next one")
          .isInstanceOf(Button.class)
          .returns(
              "Add VS Code, ~/.config/Code/logs/…/mcpServer.sandbox.log, 311 events found",
              Node::getAccessibleText);
      assertThat(window.settings().usage().followedLogs())
          .containsExactly("~/.config/Claude/logs/mcp-server-sandbox.log");
    }
  }

  @ParameterizedTest
  @CsvSource({"connect-figure, 1280, 820", "connect-figure-small, 960, 620"})
  void theHitRateOffersIt(String name, int width, int height) {
    try (TestWindow window = open(Setup.light(width, height), FoundLogs.of())) {
      Button offer = window.find(Button.class, "#hitRate .button.link");
      window.screenshot(name);
      assertThat(offer)
          .returns("Connect your sandbox", Button::getText)
          .returns("Connect your sandbox", Node::getAccessibleText)
          .returns(true, Node::isFocusTraversable);
      Toolkit.run(offer::fire);
      assertThat(window.commands().given()).containsExactly("connectSandbox");
    }
  }

  @Test
  void whereLookupsAreKnownTheHitRateOffersNothing() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      assertThat(window.find(Button.class, "#hitRate .button.link").isVisible()).isFalse();
    }
  }

  @Test
  void aServerWithoutALogIsWrappedByWhatIsCopiedForEachClient() {
    try (TestWindow window = open(Setup.light(1280, 820), FoundLogs.of())) {
      assertThat(window.find(Button.class, "#copyWrap").getAccessibleText()).isEqualTo("Copy");
      press(window, "#copyWrap");
      assertThat(clipboard())
          .isEqualTo("claude mcp add sandbox -- sandbox-cache wrap -- node /path/to/server.js");

      Toolkit.run(() -> window.find(ToggleButton.class, "#wrap-json").fire());
      window.screenshot("connect-wrap-json");
      assertThat(window.find(TextFlow.class, ".wrap-command .text-flow").getAccessibleText())
          .isEqualTo(
              """
              "command": "sandbox-cache",
              "args": ["wrap", "--", "node", "/path/to/server.js"]\
              """);
      press(window, "#copyWrap");
      assertThat(clipboard()).startsWith("\"command\"");
    }
  }

  private static String clipboard() {
    return Toolkit.call(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void theWrappedServerFitsASmallGermanWindow() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        TestWindow window = open(Setup.light(960, 620), FoundLogs.of())) {
      Toolkit.run(() -> window.find(ToggleButton.class, "#wrap-json").fire());
      window.screenshot("german-connect-wrap-json-small");
      assertThat(window.words(".wrap-card")).contains("Oder Server einpacken");
    }
  }

  @Test
  void itLooksRightInTheDark() {
    try (TestWindow window =
        open(Setup.light(1280, 820).dark(), FoundLogs.of(FoundLogs.DESKTOP, FoundLogs.CODE))) {
      press(window, "#look");
      window.screenshot("connect-found-dark");
    }
  }

  @Test
  void manyLogsScrollInASmallWindowAndStrangeNamesHarmNobody() {
    List<LogOrigin> origins = List.of(LogOrigin.values());
    List<FoundLog> many =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new FoundLog(
                        origins.get(i % origins.size()),
                        "~/a rather long folder/" + "x".repeat(9 * i) + "\u202e\u001b[31m.log",
                        List.of(),
                        1_000_000 - i,
                        i % 2 == 0,
                        i == 3,
                        false))
            .toList();
    FoundLogs search =
        new FoundLogs(new LogFindings(many, 99, List.of(Path.of("/home/me/closed.log")), false));
    try (TestWindow window = open(Setup.light(960, 620), search)) {
      press(window, "#look");
      window.screenshot("connect-many-small");
      assertThat(window.words(".connect")).noneMatch(words -> words.contains("\u202e"));
      assertThat(window.texts(".connect #outcome"))
          .singleElement()
          .asString()
          .isEqualTo("Not all files were looked into · 1 file cannot be read");
    }
  }

  @Test
  void whereNothingIsFoundThatIsSaid() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        TestWindow window = open(Setup.light(960, 620), FoundLogs.of())) {
      window.screenshot("german-connect-start-small");
      press(window, "#look");
      window.screenshot("german-connect-nothing-small");
      assertThat(window.words(".connect")).anyMatch(words -> words.contains("38 Dateien"));
    }
  }

  @Test
  void aGermanReadsItInGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        TestWindow window =
            open(Setup.light(1280, 820), FoundLogs.of(FoundLogs.DESKTOP, FoundLogs.CODE))) {
      press(window, "#look");
      window.screenshot("german-connect-found");
      assertThat(window.words(".connect")).contains("Sandbox verbinden", "Hinzufügen");
    }
  }

  @Test
  void aFileCanBeDroppedAnywhere() {
    File log = new File("/home/me/server.log");
    try (TestWindow window = open(Setup.light(1280, 820), FoundLogs.of())) {
      Node anywhere = window.find(Node.class, ".tree-table-view");
      DragEvent over = Toolkit.call(() -> drag(DragEvent.DRAG_OVER, List.of(log)));
      Toolkit.run(() -> anywhere.fireEvent(over));
      window.screenshot("connect-drop");
      assertThat(over.isAccepted()).isTrue();
      assertThat(window.find(Node.class, ".drop-target").isVisible()).isTrue();

      Toolkit.run(() -> anywhere.fireEvent(drag(DragEvent.DRAG_DROPPED, List.of(log))));
      assertThat(window.find(Node.class, ".drop-target").isVisible()).isFalse();
      assertThat(window.commands().given()).containsExactly("addLogs [/home/me/server.log]");
    }
  }

  @Test
  void whatIsNoFileIsNotTakenAndLeavingTakesTheTargetAway() {
    try (TestWindow window = open(Setup.light(1280, 820), FoundLogs.of())) {
      Node anywhere = window.find(Node.class, ".tree-table-view");
      DragEvent text = Toolkit.call(() -> drag(DragEvent.DRAG_OVER, List.of()));
      Toolkit.run(() -> anywhere.fireEvent(text));
      assertThat(text.isAccepted()).isFalse();
      assertThat(window.find(Node.class, ".drop-target").isVisible()).isFalse();

      Toolkit.run(
          () -> {
            anywhere.fireEvent(drag(DragEvent.DRAG_OVER, List.of(new File("/x"))));
            window
                .window()
                .scene()
                .getRoot()
                .fireEvent(drag(DragEvent.DRAG_EXITED, List.of(new File("/x"))));
          });
      assertThat(window.find(Node.class, ".drop-target").isVisible()).isFalse();
    }
  }

  private static DragEvent drag(EventType<DragEvent> type, List<File> files) {
    return DroppedFiles.event(type, files);
  }
}
