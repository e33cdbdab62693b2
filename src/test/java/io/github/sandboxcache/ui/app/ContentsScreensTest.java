package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.cache.TableRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows what is inside images, and two of them side by side. */
class ContentsScreensTest {
  @ParameterizedTest
  @CsvSource({
    "LIGHT, false",
    "DARK, false",
    "SMALL_LIGHT, false",
    "LIGHT, true",
    "DARK, true",
    "SMALL_DARK, true"
  })
  void packagesStandBeneathThoseThatNeedThem(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      show(window, 1, wide, Optional.of(TestContents.plotting()));
      window.screenshot("contents" + (wide ? "-wide" : "") + look.suffix());

      assertThat(window.texts(".contents .label"))
          .contains("numpy", "pandas", "195 MB packages + 14 MB caches + 5.1 MB other files");
      if (wide) {
        assertThat(window.texts(".contents .label"))
            .contains("58 MB, 27\u00a0%", "python-dateutil", "tests", "package manager caches")
            .doesNotContain("It also holds files of a session");
        assertThat(window.texts(".treemap .label")).contains("numpy.libs");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void aRowOfTheListMarksWhereItIsInTheTreemap(UsageLook look) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      show(window, 1, true, Optional.of(TestContents.plotting()));
      ListView<?> largest = window.find(ListView.class, "#largest");
      assertThat(window.texts("#largest .label")).contains("/usr/site-packages/pandas", "53 MB");
      assertThat(marked(window)).isEmpty();

      Toolkit.run(largest::requestFocus);
      Toolkit.run(() -> largest.getSelectionModel().select(1));
      window.screenshot("contents-marked" + look.suffix());
      assertThat(marked(window)).containsExactly("pandas");
      window.press(KeyCode.DOWN);
      assertThat(marked(window)).containsExactly("numpy");

      show(window, 2, true, Optional.of(TestContents.older()));
      assertThat(marked(window)).as("another image").isEmpty();
      ListView<?> ofSession = window.find(ListView.class, "#sessionFiles");
      Toolkit.run(() -> ofSession.getSelectionModel().select(0));
      assertThat(marked(window)).containsExactly("1 more");
      Toolkit.run(() -> window.find(ListView.class, "#largest").getSelectionModel().select(0));
      assertThat(ofSession.getSelectionModel().isEmpty()).isTrue();
      assertThat(marked(window)).containsExactly("usr");
    }
  }

  private static List<String> marked(TestWindow window) {
    return Toolkit.call(
        () ->
            window.window().scene().getRoot().lookupAll(".treemap-mark").stream()
                .filter(Node::isVisible)
                .map(Node::getParent)
                .map(cell -> ((Label) cell.lookup(".label")).getText())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true"})
  void filesOfASessionStandUnderAWarning(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      show(window, 2, wide, Optional.of(TestContents.older()));
      window.screenshot("contents-session" + (wide ? "-wide" : "") + look.suffix());

      assertThat(window.texts(".contents-warning .label"))
          .contains("It also holds files of a session", "3 files, 1.4 MB", "/workspace/report.csv");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, false", "LIGHT, true"})
  void whatNobodyHasReadIsOfferedToBeRead(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      show(window, 1, wide, Optional.empty());
      window.screenshot("contents-unread" + (wide ? "-wide" : "") + look.suffix());

      assertThat(window.words(".contents-read")).contains("Read contents");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, false", "DARK, true"})
  void namesOfAHostileImageDoNoHarm(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      show(window, 1, wide, Optional.of(TestContents.hostile()));
      window.screenshot("contents-hostile" + (wide ? "-wide" : "") + look.suffix());

      assertThat(window.words(".details"))
          .anyMatch(text -> text.contains("\\u202e"))
          .noneMatch(text -> text.contains("\u202e") || text.contains("\u001b"));
      Node pane = window.find(Node.class, ".details");
      assertThat(Toolkit.call(() -> pane.localToScene(pane.getLayoutBounds()).getMaxX()))
          .isLessThanOrEqualTo(window.window().scene().getWidth());
    }
  }

  @Test
  void itSpeaksGerman() {
    try (var _ = InLocale.of(Locale.GERMANY);
        TestWindow window = UsageLook.LIGHT.open(UsageSample.WEEK)) {
      show(window, 1, true, Optional.of(TestContents.plotting()));
      window.screenshot("contents-wide-german");
      show(window, 2, false, Optional.of(TestContents.older()));
      window.screenshot("contents-session-german");
      assertThat(window.words(".details")).contains("Es enthält auch Dateien einer Sitzung");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK", "SMALL_LIGHT"})
  void twoImagesAreCompared(UsageLook look) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      show(window, 2, true, Optional.of(TestContents.older()));
      press(window, "Compare…");
      assertThat(window.words(".compare")).contains("Choose another image in the list.");
      window.screenshot("compare-begun" + look.suffix());
      show(window, 1, true, Optional.of(TestContents.plotting()));
      window.screenshot("compare" + look.suffix());

      assertThat(window.words(".compare"))
          .contains("Removed", "Changed", "pyarrow", "−131 MB", "unchanged");
      press(window, "Copy as text");
      Toolkit.run(() -> window.window().layout().detailsWideProperty().set(false));
      assertThat(window.find(Node.class, ".compare").isVisible()).isFalse();
    }
  }

  private static void press(TestWindow window, String words) {
    Toolkit.run(
        () ->
            window.window().scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow()
                .fire());
    Toolkit.frames(2);
  }

  /** Chooses a row, as if its image had been read before. */
  private static void show(
      TestWindow window, int row, boolean wide, Optional<Inspection> inspection) {
    Toolkit.run(
        () -> {
          window.window().layout().usageFoldedProperty().set(true);
          window.window().layout().detailsWideProperty().set(wide);
          table(window).getSelectionModel().select(row);
          window.find(TabPane.class, ".details .tab-pane").getSelectionModel().select(0);
          inspection.ifPresent(found -> window.window().contents().take(chosen(window), found));
        });
    Toolkit.frames(2);
  }

  private static CachedImage chosen(TestWindow window) {
    return ((TableRow.ImageRow) window.window().images().selectedProperty().get().orElseThrow())
        .image();
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(TestWindow window) {
    return window.find(TreeTableView.class, ".images");
  }
}
