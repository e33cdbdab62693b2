package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.cache.TableRow;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes pictures of the details' use of an image, narrow and wide. */
class DetailsScreensTest {
  @ParameterizedTest
  @CsvSource({
    "DAY, LIGHT",
    "DAY, DARK",
    "WEEK, DARK",
    "MONTH, LIGHT",
    "MONTH, DARK",
    "ALL, DARK",
    "WEEK, SMALL_LIGHT",
    "NONE, LIGHT",
    "NONE, DARK",
    "NONE, SMALL_DARK"
  })
  void theDetailsShowTheUseOfTheImage(UsageSample sample, UsageLook look) {
    try (TestWindow window = look.open(sample)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            table(window).getSelectionModel().select(1);
            TabPane tabs = (TabPane) window.window().scene().lookup(".details .tab-pane");
            tabs.getSelectionModel().select(2);
          });
      window.screenshot("details-usage-" + sample.fileName() + look.suffix());
      if (sample == UsageSample.NONE) {
        assertThat(window.texts(".image-usage .label"))
            .contains("No data in 7 days")
            .noneMatch(text -> text.contains("hits"));
      } else {
        assertThat(window.texts(".image-usage-note"))
            .singleElement()
            .asString()
            .containsPattern("[0-9]+ hits? in ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, LIGHT",
    "DAY, DARK",
    "WEEK, LIGHT",
    "WEEK, DARK",
    "WEEK, SMALL_LIGHT",
    "WEEK, SMALL_DARK",
    "MONTH, LIGHT",
    "MONTH, DARK",
    "NONE, LIGHT",
    "NONE, DARK"
  })
  void theWideDetailsSayWhatTheImageTakesAndWhatItIsMadeOf(UsageSample sample, UsageLook look) {
    try (TestWindow window = look.open(sample)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().toggleDetailsWide();
            table(window).getSelectionModel().select(1);
            tabs(window).getSelectionModel().select(1);
          });
      window.screenshot("details-wide-" + sample.fileName() + look.suffix());
      Bounds tabs = bounds(window, ".details .tab-pane");
      assertThat(tabs.getMaxX()).isLessThanOrEqualTo(window.window().scene().getWidth());
      assertThat(window.texts(".wide-facts .label"))
          .as("what it saved, where that is known")
          .matches(
              words ->
                  sample == UsageSample.NONE
                      || words.stream().anyMatch(text -> text.startsWith("Saved ")));
      assertThat(window.texts(".wide-legend .label"))
          .anyMatch(text -> text.startsWith("Own "))
          .anyMatch(text -> text.startsWith("Base "));
      assertThat(window.texts(".layers-tab .label")).contains("only here");
    }
  }

  @Test
  void aBaseImageHasNoUseOfItsOwn() {
    try (TestWindow window = UsageLook.LIGHT.open(UsageSample.WEEK)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().toggleDetailsWide();
            var root = table(window).getRoot().getChildren();
            root.getLast().setExpanded(true);
            table(window).getSelectionModel().select(root.getLast().getChildren().getFirst());
            tabs(window).getSelectionModel().select(2);
          });
      window.screenshot("details-wide-base");
      assertThat(window.find(Node.class, ".details .bucket-bars").getParent().isVisible())
          .isFalse();
    }
  }

  /** Names newest layers first, folds the base, and tells who else has the chosen layer. */
  @ParameterizedTest
  @CsvSource({
    "LIGHT, false",
    "DARK, false",
    "LIGHT, true",
    "DARK, true",
    "SMALL_LIGHT, false",
    "SMALL_DARK, false",
    "SMALL_LIGHT, true"
  })
  void theChosenLayerSaysWhoElseHasIt(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().detailsWideProperty().set(wide);
            table(window).getSelectionModel().select(1);
            tabs(window).getSelectionModel().select(1);
          });
      Toolkit.frames(2);
      ListView<?> layers = window.find(ListView.class, ".layers-tab .list-view");
      Toolkit.until(() -> layers.getItems().size() > 1);
      Toolkit.run(() -> layers.getSelectionModel().select(wide ? 2 : 1));
      window.screenshot("details-layers" + (wide ? "-wide" : "") + look.suffix());

      assertThat(layers.getItems()).hasSize(wide ? 5 : 2);
      assertThat(window.texts(".layers-holders .label"))
          .contains("The chosen layer is also in 15 images");
      if (wide) {
        assertThat(window.texts(".layers-frees .label")).contains("214 MB", "214,000,000 bytes");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SMALL_LIGHT, false", "SMALL_DARK, false", "SMALL_LIGHT, true"})
  void aSmallWindowShowsThreeLayersAndTheRestByScrolling(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().detailsWideProperty().set(wide);
            table(window).getSelectionModel().select(1);
            tabs(window).getSelectionModel().select(1);
          });
      // The layers are learned in the background.
      Toolkit.until(() -> window.find(Node.class, ".layers-tab .tab-link") != null);
      Toolkit.run(() -> window.find(Hyperlink.class, ".layers-tab .tab-link").fire());
      Toolkit.frames(2);
      ListView<?> layers = window.find(ListView.class, ".layers-tab .list-view");
      Toolkit.until(() -> layers.getItems().size() > 2);
      Toolkit.run(() -> layers.getSelectionModel().select(2));
      window.screenshot("details-layers-unfolded" + (wide ? "-wide" : "") + look.suffix());

      Bounds pane = bounds(window, ".layers-scroll");
      Bounds list = bounds(window, ".layers-tab .list-view");
      assertThat(list.getHeight()).isGreaterThanOrEqualTo(3 * layers.getFixedCellSize());
      assertThat(pane.getMaxY()).isGreaterThanOrEqualTo(list.getMaxY());
      assertThat(bounds(window, ".layers-holders").getMinY())
          .isGreaterThanOrEqualTo(list.getMaxY());
      assertThat(bounds(window, ".layers-frees").getMinY())
          .isGreaterThanOrEqualTo(bounds(window, ".layers-holders").getMaxY());
      Toolkit.run(() -> window.find(ScrollPane.class, ".layers-scroll").setVvalue(1));
      Toolkit.frames(2);
      assertThat(bounds(window, ".layers-frees").getMaxY())
          .as("the end can be scrolled to")
          .isLessThanOrEqualTo(pane.getMaxY() + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true"})
  void theInfoTabFoldsTheLabelsOfThisAppAway(UsageLook look, boolean wide) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().detailsWideProperty().set(wide);
            table(window).getSelectionModel().select(1);
            tabs(window).getSelectionModel().select(3);
          });
      window.screenshot("details-info" + (wide ? "-wide" : "") + look.suffix());
      Hyperlink unfold =
          (Hyperlink)
              Toolkit.call(
                  () ->
                      window.window().scene().getRoot().lookupAll(".tab-link").stream()
                          .filter(node -> ((Hyperlink) node).getText().contains("labels"))
                          .findFirst()
                          .orElseThrow());
      int folded = window.words(".details").size();
      Toolkit.run(unfold::fire);
      Toolkit.frames(2);
      assertThat(window.words(".details").size()).isGreaterThan(folded);
    }
  }

  private static TabPane tabs(TestWindow window) {
    return window.find(TabPane.class, ".details .tab-pane");
  }

  private static Bounds bounds(TestWindow window, String selector) {
    return Toolkit.call(
        () -> {
          Node node = window.find(Node.class, selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(TestWindow window) {
    return window.find(TreeTableView.class, ".images");
  }
}
