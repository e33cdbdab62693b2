package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import io.github.sandboxcache.ui.cache.TableRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what the pane shows of a language, and what it offers to install. */
class GroupScreensTest {
  @ParameterizedTest
  @CsvSource({
    "group-light, 1280, 820, false",
    "group-dark, 1280, 820, true",
    "group-small-light, 960, 620, false"
  })
  void aLanguageIsAThingToo(String name, int width, int height, boolean dark) {
    Setup setup = Setup.light(width, height);
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      choose(window, "rust");
      window.screenshot(name);

      assertThat(window.words(".details"))
          .contains("Rust", "4 images", "Low hit rate", "57 of 81", "Holds", "Most missed, 30 d")
          .anyMatch(text -> text.startsWith("Install the "));
    }
  }

  @Test
  void theSameInGerman() {
    try (var _ = InLocale.of(Locale.GERMANY);
        TestWindow window = TestWindow.open(Setup.light(960, 620))) {
      choose(window, "rust");
      window.screenshot("german-group-small");

      assertThat(window.words(".details")).contains("Niedrige Trefferquote", "57 von 81");
    }
  }

  @Test
  void whatIsChosenIsInstalled() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      choose(window, "rust");
      List<CheckBox> boxes = boxes(window);
      Toolkit.run(() -> boxes.getFirst().fire());
      Toolkit.run(() -> window.find(Button.class, ".group-foot .button").fire());

      assertThat(boxes.getFirst().isSelected()).isFalse();
      assertThat(boxes.subList(1, boxes.size())).allMatch(CheckBox::isSelected);
      assertThat(window.commands().given()).containsExactly("installMissed " + (boxes.size() - 1));
    }
  }

  /**
   * With a check mark in the place of its box; the keyboard leads there, so that it is read out.
   */
  @Test
  void whatIsCachedNowIsToldAndCannotBeChosen() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      choose(window, "rust");
      int before = boxes(window).size();
      List<Node> cached = cachedSets(window);

      assertThat(cached)
          .isNotEmpty()
          .allMatch(row -> row.getAccessibleText().endsWith(", cached now"))
          .allMatch(row -> row.lookup(".icon.ok").isVisible());
      Toolkit.run(() -> boxes(window).getLast().requestFocus());
      window.press(KeyCode.TAB);
      window.screenshot("group-cached");
      assertThat(Toolkit.call(cached.getFirst()::isFocused)).isTrue();
      window.press(KeyCode.SPACE);
      assertThat(boxes(window)).hasSize(before).allMatch(CheckBox::isSelected);
    }
  }

  private static List<Node> cachedSets(TestWindow window) {
    return Toolkit.call(
        () ->
            window.find(Node.class, ".details").lookupAll(".missed-choice").stream()
                .filter(row -> !row.lookup(".check-box").isVisible())
                .toList());
  }

  @Test
  void itFollowsTheRange() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      choose(window, "rust");
      Toolkit.run(() -> window.window().cache().rangeProperty().set(UsageRange.MONTH));

      window.screenshot("group-month");
      assertThat(window.words(".details")).contains("Saved, 30 d").doesNotContain("57 of 81");
    }
  }

  @Test
  void howItsRateWentIsSeenAndHeard() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      choose(window, "rust");
      Node strip = window.find(Node.class, ".details .course-strip");

      assertThat(window.words(".details")).contains("vs last week", "now");
      assertThat(window.texts(".details .group-change > .medium"))
          .singleElement()
          .asString()
          .matches("[+\u2212\u00b1]\\d+ pts");
      assertThat(strip.getAccessibleText()).startsWith("Rust: 70\u00a0% in 7 days, low");
    }
  }

  @Test
  void aDayOfItsCourseNarrowsTheListByKeys() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      choose(window, "rust");
      Node strip = window.find(Node.class, ".details .course-strip");
      Toolkit.run(strip::requestFocus);
      window.press(KeyCode.LEFT);

      assertThat(strip.getAccessibleText()).startsWith("Rust, Wednesday, 4 March 2026");

      window.press(KeyCode.ENTER);
      window.screenshot("group-course-cell");

      assertThat(filter(window))
          .contains(
              new HitWithin(
                  Optional.of(Language.RUST),
                  Instant.parse("2026-03-04T00:00:00Z"),
                  Instant.parse("2026-03-05T00:00:00Z")));

      window.press(KeyCode.ENTER);

      assertThat(filter(window)).isEmpty();
    }
  }

  private static Optional<CacheFilter> filter(TestWindow window) {
    return Toolkit.call(() -> window.window().filter().filterProperty().get());
  }

  private static List<CheckBox> boxes(TestWindow window) {
    return Toolkit.call(
        () ->
            window.find(Node.class, ".details").lookupAll(".missed-choice .check-box").stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isVisible)
                .toList());
  }

  @SuppressWarnings("unchecked")
  private static void choose(TestWindow window, String group) {
    TreeTableView<TableRow> table = window.find(TreeTableView.class, ".images");
    Toolkit.run(
        () ->
            table.getRoot().getChildren().stream()
                .filter(item -> item.getValue().key().equals(group))
                .forEach(item -> table.getSelectionModel().select(item)));
  }
}
