package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.images;
import static io.github.sandboxcache.ui.app.ChosenImages.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.cache.TableRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards where the keyboard goes when something closes, vanishes or is shown. */
class FocusPathsTest {
  private static final Setup LONG = Setup.USUAL.countingDown(Duration.ofMinutes(10));

  @Test
  void downInTheSearchEntersTheListAtTheFirstImageThatMatches() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      window.type("torch");
      window.press(KeyCode.DOWN);

      assertInTable(window);
      Toolkit.until(
          () ->
              selected(window).orElse(null) instanceof ImageRow row
                  && row.packages().stream().anyMatch(named -> named.name().contains("torch")));
    }
  }

  @Test
  void escapeInTheEmptySearchLeadsBackToWhereOneCameFrom() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window);
      window.shortcut(KeyCode.F);
      window.type("torch");
      window.press(KeyCode.ESCAPE);
      assertThat(Toolkit.call(() -> ((TextField) window.find(".search")).getText())).isEmpty();
      assertIn(window, ".header");
      window.press(KeyCode.ESCAPE);

      assertInTable(window);
    }
  }

  @Test
  void activityTakesTheKeyboardAndEscapeGivesItBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window);
      window.shortcut(KeyCode.J);
      window.await(".activity");
      assertIn(window, ".activity");
      window.press(KeyCode.ESCAPE);

      assertThat(window.has(".activity")).isFalse();
      assertInTable(window);
    }
  }

  @Test
  void escapeFromInsideWideDetailsLeadsBackToTheTable() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window);
      window.press(KeyCode.ENTER);
      assertThat(wide(window)).isTrue();
      window.press(KeyCode.F6);
      assertIn(window, ".details");
      window.press(KeyCode.ESCAPE);

      assertThat(wide(window)).isFalse();
      assertInTable(window);
    }
  }

  @Test
  void escapeClosesOneAfterTheOtherAndTheFilterLast() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      window.type("torch");
      window.press(KeyCode.DOWN);
      Toolkit.until(() -> shownImages(window) < 10);
      window.press(KeyCode.ENTER);
      window.shortcut(KeyCode.J);

      window.press(KeyCode.ESCAPE);
      assertThat(window.has(".activity")).isFalse();
      assertThat(wide(window)).isTrue();
      window.press(KeyCode.ESCAPE);
      assertThat(wide(window)).isFalse();
      assertThat(shownImages(window)).isLessThan(10);
      window.press(KeyCode.ESCAPE);
      Toolkit.until(() -> shownImages(window) > 10);
      assertInTable(window);
    }
  }

  @Test
  void f6LeadsThroughAllAreasThatAreThereAndBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window);
      assertThat(round(window, KeyCode.F6))
          .containsExactly("images", "details", "usage", "status-bar", "header");
      window.shortcut(KeyCode.J);
      window.await(".activity");
      assertThat(round(window, KeyCode.F6))
          .containsExactly("activity", "usage", "status-bar", "header", "images");
    }
  }

  @Test
  void shiftF6LeadsTheOtherWay() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window);
      List<String> areas = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        areas.add(area(window));
        window.shift(KeyCode.F6);
      }
      assertThat(areas).containsExactly("images", "header", "status-bar", "usage", "details");
    }
  }

  @Test
  void theImageThatIsShownHasTheKeyboard() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      CacheReference image = images(window).getLast().reference();
      window.shortcut(KeyCode.F);
      Toolkit.run(() -> window.window().images().reveal(image));

      Toolkit.until(
          () -> selected(window).map(TableRow::key).equals(Optional.of(image.toString())));
      assertInTable(window);
    }
  }

  @Test
  void removeInTheDetailsLeavesTheKeyboardOnTheImage() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      choose(window);
      window.press(KeyCode.F6);
      tabToWords(window, "Remove");
      window.press(KeyCode.SPACE);
      window.await(".toast");

      assertInTable(window);
    }
  }

  @Test
  void removingSeveralChoosesANeighbourThatKeepsTheKeyboard() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(Duration.ZERO))) {
      choose(window);
      int before = window.cachedImages();
      window.shift(KeyCode.DOWN);
      window.await(".several-bar");
      window.tabTo("#removeAll");
      window.press(KeyCode.SPACE);
      Toolkit.until(() -> window.cachedImages() == before - 2);
      Toolkit.until(() -> images(window).size() == before - 2);

      Toolkit.until(() -> selected(window).isPresent());
      assertInTable(window);
    }
  }

  @Test
  void undoWorksInTheSearchFieldWhileNothingIsTypedThere() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      choose(window);
      window.press(KeyCode.DELETE);
      window.await(".toast");
      window.shortcut(KeyCode.F);
      window.shortcut(KeyCode.Z);

      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
    }
  }

  private static void tabToWords(CommandWindow window, String words) {
    for (int i = 0; i < 30 && !words.equals(ownerWords(window)); i++) {
      window.press(KeyCode.TAB);
    }
    assertThat(ownerWords(window)).isEqualTo(words);
  }

  private static String ownerWords(CommandWindow window) {
    return Toolkit.call(
        () -> window.scene().getFocusOwner() instanceof Labeled named ? named.getText() : "");
  }

  /** Goes round by that key, and says through which areas. */
  private static List<String> round(CommandWindow window, KeyCode key) {
    List<String> areas = new ArrayList<>();
    while (areas.size() < 9 && !areas.contains(area(window))) {
      areas.add(area(window));
      window.press(key);
    }
    return areas;
  }

  private static String area(CommandWindow window) {
    return Toolkit.call(
        () ->
            List.of("header", "images", "details", "activity", "usage", "status-bar").stream()
                .filter(name -> isIn(window, "." + name))
                .findFirst()
                .orElse("none of them"));
  }

  private static boolean isIn(CommandWindow window, String selector) {
    Node area = window.scene().getRoot().lookup(selector);
    return area != null && KeyboardFocus.isIn(area);
  }

  private static void assertInTable(CommandWindow window) {
    Toolkit.frames(2);
    assertThat(Toolkit.call(() -> window.scene().getFocusOwner())).isEqualTo(table(window));
  }

  private static void assertIn(CommandWindow window, String selector) {
    assertThat(Toolkit.call(() -> isIn(window, selector)))
        .as("%s in %s", Toolkit.call(() -> window.scene().getFocusOwner()), selector)
        .isTrue();
  }

  private static boolean wide(CommandWindow window) {
    return Toolkit.call(() -> window.window().layout().detailsWideProperty().get());
  }

  private static int shownImages(CommandWindow window) {
    return Toolkit.call(
        () ->
            (int)
                window.window().images().contentProperty().get().groups().stream()
                    .mapToLong(group -> group.rows().size())
                    .sum());
  }

  private static Optional<TableRow> selected(CommandWindow window) {
    return Toolkit.call(() -> window.window().images().selectedProperty().get());
  }
}
