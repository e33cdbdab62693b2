package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.cache.TableRow;
import javafx.geometry.Bounds;
import javafx.scene.Node;
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
            tabs.getSelectionModel().select(1);
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
  void theWideDetailsHaveTwoColumns(UsageSample sample, UsageLook look) {
    try (TestWindow window = look.open(sample)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().toggleDetailsWide();
            table(window).getSelectionModel().select(1);
          });
      window.screenshot("details-wide-" + sample.fileName() + look.suffix());
      Bounds list = bounds(window, ".wide-details .tab-pane");
      Bounds side = bounds(window, ".wide-side");
      assertThat(side.getMinX()).isGreaterThanOrEqualTo(list.getMaxX() - 1);
      assertThat(side.getMaxX()).isLessThanOrEqualTo(window.window().scene().getWidth());
      assertThat(window.texts(".wide-side .label")).anyMatch(text -> text.startsWith("Used by"));
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
          });
      window.screenshot("details-wide-base");
      assertThat(window.find(Node.class, ".wide-details .bucket-bars").getParent().isVisible())
          .isFalse();
    }
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
