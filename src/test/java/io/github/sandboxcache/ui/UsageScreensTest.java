package io.github.sandboxcache.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.ui.TestWindow.Setup;
import io.github.sandboxcache.ui.images.TableRow;
import io.github.sandboxcache.ui.usage.RateChart;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes pictures of all charts, and guards that they show what is known and nothing more. */
class UsageScreensTest {
  /** How large the window is, and whether it is dark. */
  enum Look {
    LIGHT(1280, 820, false),
    DARK(1280, 820, true),
    SMALL_LIGHT(960, 620, false),
    SMALL_DARK(960, 620, true);

    private final int width;
    private final int height;
    private final boolean dark;
    private final String suffix;

    Look(int width, int height, boolean dark) {
      this.width = width;
      this.height = height;
      this.dark = dark;
      this.suffix = (width < 1000 ? "-small" : "") + (dark ? "-dark" : "-light");
    }

    Setup setup() {
      Setup light = Setup.light(width, height);
      return dark ? light.dark() : light;
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutLookupsTheChartsSayThatThereIsNoData(Look look) {
    try (TestWindow window = open(UsageSample.NONE, look)) {
      window.screenshot("charts-none" + look.suffix);
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      assertThat(chart.getParent().isVisible()).isFalse();
      assertThat(chart.getAccessibleText()).contains("No data");
      assertThat(texts(window, ".usage .label")).noneMatch(text -> text.contains("%"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, LIGHT",
    "DAY, DARK",
    "DAY, SMALL_LIGHT",
    "DAY, SMALL_DARK",
    "WEEK, LIGHT",
    "WEEK, DARK",
    "WEEK, SMALL_LIGHT",
    "WEEK, SMALL_DARK",
    "MONTH, LIGHT",
    "MONTH, DARK",
    "MONTH, SMALL_LIGHT",
    "MONTH, SMALL_DARK",
    "ALL, LIGHT",
    "ALL, DARK",
    "ALL, SMALL_LIGHT",
    "ALL, SMALL_DARK",
    "MANY_LANGUAGES, LIGHT",
    "MANY_LANGUAGES, SMALL_DARK",
    "ONE_LANGUAGE, LIGHT",
    "ONE_LANGUAGE, SMALL_DARK",
    "LONG_NAMES, LIGHT",
    "LONG_NAMES, SMALL_DARK"
  })
  void everyLookupIsInTheCharts(UsageSample sample, Look look) {
    try (TestWindow window = open(sample, look)) {
      window.screenshot("charts-" + sample.fileName() + look.suffix);
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      assertThat(chart.getParent().isVisible()).isTrue();
      assertThat(chart.getAccessibleText()).contains("Python ");
      assertThat(Toolkit.call(() -> window.window().scene().getRoot().lookupAll(".legend-row")))
          .hasSize(Math.min(7, sample.languages(window)));
      assertNoTickTouchesAnother(window);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, LIGHT",
    "NONE, DARK",
    "DAY, LIGHT",
    "DAY, DARK",
    "MONTH, LIGHT",
    "MONTH, DARK",
    "MONTH, SMALL_LIGHT"
  })
  void theTopCanBeOfImages(UsageSample sample, Look look) {
    try (TestWindow window = open(sample, look)) {
      Toolkit.run(
          () ->
              window.find(Node.class, "#top").lookupAll(".toggle-button").stream()
                  .map(ToggleButton.class::cast)
                  .filter(button -> !button.isSelected())
                  .forEach(ToggleButton::fire));
      window.screenshot("charts-images-" + sample.fileName() + look.suffix);
      Set<String> names = texts(window, "#top .bar-row .mono");
      if (sample == UsageSample.NONE) {
        assertThat(names).isEmpty();
      } else {
        assertThat(names).isNotEmpty().allMatch(name -> name.matches("[0-9a-f]{12}"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCrosshairReadsOnePieceOfTime(Look look) {
    try (TestWindow window = open(UsageSample.WEEK, look)) {
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      Toolkit.frames(2);
      Toolkit.run(() -> move(chart, chart.getWidth() * 0.7, 40));
      window.screenshot("charts-crosshair" + look.suffix);
      assertThat(chart.getAccessibleText()).contains(" March 2026, ").contains(" hits, ");
      assertThat(texts(window, ".usage .panel-head .label"))
          .anyMatch(text -> text.contains(" March 2026, "));
      assertThat(tooltipEnd()).isPositive().isLessThan(legendStart(window));

      Toolkit.run(() -> chart.fireEvent(mouse(MouseEvent.MOUSE_EXITED, 0, 0)));
      assertThat(texts(window, ".usage .panel-head .label")).contains("by language, 7 days");
    }
  }

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
  void theDetailsShowTheUseOfTheImage(UsageSample sample, Look look) {
    try (TestWindow window = open(sample, look)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            table(window).getSelectionModel().select(1);
            TabPane tabs = (TabPane) window.window().scene().lookup(".details .tab-pane");
            tabs.getSelectionModel().select(1);
          });
      window.screenshot("details-usage-" + sample.fileName() + look.suffix);
      if (sample == UsageSample.NONE) {
        assertThat(texts(window, ".image-usage .label"))
            .contains("No data in 7 days")
            .noneMatch(text -> text.contains("hits"));
      } else {
        assertThat(texts(window, ".image-usage-note"))
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
  void theWideDetailsHaveTwoColumns(UsageSample sample, Look look) {
    try (TestWindow window = open(sample, look)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(true);
            window.window().layout().toggleDetailsWide();
            table(window).getSelectionModel().select(1);
          });
      window.screenshot("details-wide-" + sample.fileName() + look.suffix);
      Bounds list = bounds(window, ".wide-details .tab-pane");
      Bounds side = bounds(window, ".wide-side");
      assertThat(side.getMinX()).isGreaterThanOrEqualTo(list.getMaxX() - 1);
      assertThat(side.getMaxX()).isLessThanOrEqualTo(window.window().scene().getWidth());
      assertThat(texts(window, ".wide-side .label")).anyMatch(text -> text.startsWith("Used by"));
    }
  }

  @Test
  void aBaseImageHasNoUseOfItsOwn() {
    try (TestWindow window = open(UsageSample.WEEK, Look.LIGHT)) {
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

  private static TestWindow open(UsageSample sample, Look look) {
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    TestWindow window = TestWindow.open(cache, sample.ledger(cache, TestWindow.NOW), look.setup());
    Toolkit.run(
        () -> {
          window.window().context().cache().rangeProperty().set(sample.range());
          window.window().layout().usageFoldedProperty().set(false);
        });
    return window;
  }

  private static void assertNoTickTouchesAnother(TestWindow window) {
    double[] end = {-1};
    Toolkit.run(
        () ->
            window.find(RateChart.class, ".rate-chart").lookupAll(".axis-label").stream()
                .filter(Node::isVisible)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .filter(tick -> tick.getMinY() > tickTop(window))
                .sorted((a, b) -> Double.compare(a.getMinX(), b.getMinX()))
                .forEach(
                    tick -> {
                      assertThat(tick.getMinX()).isGreaterThan(end[0]);
                      end[0] = tick.getMaxX();
                    }));
    assertThat(end[0]).isPositive();
  }

  private static double tickTop(TestWindow window) {
    return window.find(RateChart.class, ".rate-chart").localToScene(0, 0).getY()
        + window.find(RateChart.class, ".rate-chart").getHeight()
        - 20;
  }

  private static double tooltipEnd() {
    return Toolkit.call(
        () ->
            Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .filter(Window::isShowing)
                .mapToDouble(tip -> tip.getY() + tip.getHeight())
                .max()
                .orElse(-1));
  }

  /** Where the legend begins on the screen, from above. */
  private static double legendStart(TestWindow window) {
    return Toolkit.call(() -> window.find(Node.class, ".legend").localToScreen(0, 0).getY());
  }

  private static Set<String> texts(TestWindow window, String selector) {
    return Toolkit.call(
        () ->
            window.window().scene().getRoot().lookupAll(selector).stream()
                .filter(UsageScreensTest::isShown)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet()));
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private static Bounds bounds(TestWindow window, String selector) {
    return Toolkit.call(
        () -> {
          Node node = window.find(Node.class, selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  private static void move(Node node, double x, double y) {
    node.fireEvent(mouse(MouseEvent.MOUSE_MOVED, x, y));
  }

  private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        javafx.scene.input.MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(TestWindow window) {
    return window.find(TreeTableView.class, ".images");
  }
}
