package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The charts by keyboard, and while lookups come in. */
class UsageKeysTest {
  private final SampleCache images = SampleCache.believable(TestWindow.NOW);
  private final UsageLedger ledger = Ledgers.sample(TestWindow.NOW);
  private final TestWindow window = TestWindow.open(images, ledger, Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void oneToFourChooseTheRange() {
    assertThat(rangeAfter(KeyCode.DIGIT1)).isEqualTo(UsageRange.DAY);
    assertThat(rangeAfter(KeyCode.DIGIT3)).isEqualTo(UsageRange.MONTH);
    assertThat(rangeAfter(KeyCode.DIGIT4)).isEqualTo(UsageRange.ALL);
    assertThat(rangeAfter(KeyCode.DIGIT2)).isEqualTo(UsageRange.WEEK);
  }

  /** The arrows do what a click does: both the chosen segment and the numbers change. */
  @Test
  void arrowsOnTheRangeSwitchChangeRangeAndNumbers() {
    Toolkit.run(() -> window.window().scene().getRoot().lookup("#rangeSwitch").requestFocus());
    Toolkit.run(() -> selectedRange().requestFocus());
    String week = Toolkit.call(this::summary);

    window.press(KeyCode.RIGHT);

    assertThat(Toolkit.call(() -> selectedRange().getText())).isEqualTo("30 d");
    assertThat(Toolkit.call(() -> window.window().cache().view().usage().range()))
        .isEqualTo(UsageRange.MONTH);
    assertThat(Toolkit.call(this::summary)).isNotEqualTo(week);
    assertThat(window.texts(".rates .chart-head .label")).contains("30 d");

    window.press(KeyCode.LEFT);
    window.press(KeyCode.LEFT);

    assertThat(Toolkit.call(() -> selectedRange().getText())).isEqualTo("24 h");
    assertThat(Toolkit.call(() -> window.window().cache().view().usage().range()))
        .isEqualTo(UsageRange.DAY);
  }

  private ToggleButton selectedRange() {
    return window.find(Node.class, "#rangeSwitch").lookupAll(".toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(ToggleButton::isSelected)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void upAndDownLeadFromLanguageToLanguage() {
    Toolkit.run(row()::requestFocus);
    String first = focused();
    window.press(KeyCode.DOWN);
    assertThat(focused()).isNotEqualTo(first).contains("% in 7 days");
    window.press(KeyCode.UP);
    assertThat(focused()).isEqualTo(first);
  }

  @Test
  void leftAndRightLeadOverTheCellsOfALanguageAndEscapeBackToIt() {
    Toolkit.run(row()::requestFocus);
    String whole = focused();
    window.press(KeyCode.LEFT);
    assertThat(focused()).contains("Wednesday, 4 March 2026");
    window.press(KeyCode.LEFT);
    assertThat(focused()).contains("Tuesday, 3 March 2026");
    window.press(KeyCode.RIGHT);
    assertThat(focused()).contains("Wednesday, 4 March 2026");

    window.press(KeyCode.ESCAPE);

    assertThat(focused()).isEqualTo(whole);
  }

  private String focused() {
    return Toolkit.call(() -> window.window().scene().getFocusOwner().getAccessibleText());
  }

  @Test
  void theExportMenuOpensFromAnywhere() {
    for (String place : List.of(".search", ".images", ".status-bar .button")) {
      Toolkit.run(() -> window.find(Node.class, place).requestFocus());
      window.press(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

      assertThat(Toolkit.call(UsageKeysTest::openMenus)).as(place).hasSize(1);
      Toolkit.run(() -> openMenus().forEach(Window::hide));
    }
  }

  private static List<Window> openMenus() {
    return Window.getWindows().stream().filter(ContextMenu.class::isInstance).toList();
  }

  @Test
  void eachPanelOffersItsOwnNumbers() {
    assertThat(copiedFrom("#rates")).startsWith("from,to,language,hits,misses");
    assertThat(copiedFrom("#sizes")).startsWith("language,ownBytes,totalBytes");
    assertThat(copiedFrom("#top")).startsWith("language,package,hits");
    Toolkit.frames(2);
    Toolkit.run(
        () ->
            window.find(Node.class, "#top").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals("Images"))
                .forEach(ToggleButton::fire));
    assertThat(copiedFrom("#top")).startsWith("language,image,hits,misses");
    assertThat(copiedFrom(".usage-head")).startsWith("from,to,language,hits,misses");
  }

  @Test
  void theChartOfTheDetailsOffersItsNumbersToo() {
    Toolkit.run(
        () -> {
          window.find(TreeTableView.class, ".images").getSelectionModel().select(1);
          window.find(TabPane.class, ".details .tab-pane").getSelectionModel().select(2);
        });
    Toolkit.frames(2);

    assertThat(copiedFrom("#hitBars"))
        .startsWith("from,to,language,hits,misses")
        .contains(",python,");
  }

  /** What "Copy numbers" copies, in the menu that comes by the keyboard and by the pointer. */
  private String copiedFrom(String selector) {
    Node chart = window.find(Node.class, selector);
    String byKeys =
        copiedAfter(
            () ->
                chart.fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false)));
    String byPointer =
        copiedAfter(
            () ->
                chart.fireEvent(
                    new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null)));
    assertThat(byPointer).isEqualTo(byKeys);
    return byPointer;
  }

  private static String copiedAfter(Runnable opening) {
    return Toolkit.call(
        () -> {
          opening.run();
          ContextMenu menu =
              Window.getWindows().stream()
                  .filter(ContextMenu.class::isInstance)
                  .map(ContextMenu.class::cast)
                  .findFirst()
                  .orElseThrow();
          menu.getItems().getLast().fire();
          menu.hide();
          return Clipboard.getSystemClipboard().getString();
        });
  }

  @Test
  void theStripFoldsAndUnfolds() {
    Region panels = (Region) window.find(Region.class, ".usage-panels").getParent();
    window.press(KeyCode.U, KeyCombination.SHORTCUT_DOWN);
    assertThat(panels.isVisible()).isFalse();
    window.press(KeyCode.U, KeyCombination.SHORTCUT_DOWN);
    assertThat(panels.isVisible()).isTrue();
  }

  /** A node that is made anew flickers and loses focus and tooltip. */
  @Test
  void aNewLookupChangesNumbersAndNoNodes() {
    Toolkit.frames(2);
    Set<Node> before = Toolkit.call(() -> window.find(Node.class, ".usage").lookupAll("*"));
    String sum = Toolkit.call(this::summary);

    CacheReference reference = new CacheReference(Language.PYTHON, "0123456789ab");
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                    TestWindow.NOW.minusSeconds(9),
                    FactKind.HIT,
                    reference,
                    FactSource.log("test"),
                    FactIdentity.random())));
    Toolkit.run(() -> window.window().cache().recount());
    Toolkit.frames(2);

    assertThat(Toolkit.call(this::summary)).isNotEqualTo(sum).contains("1,285 hits");
    assertThat(Toolkit.call(() -> window.find(Node.class, ".usage").lookupAll("*")))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  private String summary() {
    return ((Label) window.find(Node.class, "#summary")).getText();
  }

  private UsageRange rangeAfter(KeyCode key) {
    Toolkit.run(row()::requestFocus);
    window.press(key);
    return Toolkit.call(() -> window.window().cache().view().usage().range());
  }

  private Node row() {
    return window.find(Node.class, ".rates .chart-rows > .chart-row");
  }
}
