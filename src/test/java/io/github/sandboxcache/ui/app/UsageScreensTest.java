package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.ui.usage.RateChart;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that the charts show what is known and nothing more, and that all of it can be read. */
class UsageScreensTest {
  private static final Pattern HITS_AND_MISSES =
      Pattern.compile("([0-9,]+) hits? · ([0-9,]+) miss");

  @ParameterizedTest
  @EnumSource
  void withoutLookupsASandboxIsConnectedInsteadOfCharts(UsageLook look) {
    try (TestWindow window = look.open(UsageSample.NONE)) {
      window.screenshot("charts-none" + look.suffix());
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      assertThat(window.find(Node.class, ".usage-panels").isVisible()).isFalse();
      assertThat(window.find(Node.class, ".connect").isVisible()).isTrue();
      assertThat(chart.getAccessibleText()).contains("No data");
      assertThat(window.texts(".usage .label")).noneMatch(text -> text.contains("%"));
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
  void everyLookupIsInTheCharts(UsageSample sample, UsageLook look) {
    try (TestWindow window = look.open(sample)) {
      window.screenshot("charts-" + sample.fileName() + look.suffix());
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      assertThat(chart.getParent().isVisible()).isTrue();
      assertThat(chart.getAccessibleText()).contains("Python ");
      assertThat(Toolkit.call(() -> window.window().scene().getRoot().lookupAll(".legend-row")))
          .hasSize(Math.min(7, sample.languages(window)));
      HitCount lookups = sample.lookups(TestWindow.NOW);
      assertThat(lookups.lookups()).isPositive();
      assertThat(legend(window)).isEqualTo(lookups);
      assertThat(window.texts("#summary"))
          .singleElement()
          .asString()
          .startsWith("%,d hit".formatted(lookups.hits()))
          .contains("%,d miss".formatted(lookups.misses()));
      assertNoTickTouchesAnother(window);
    }
  }

  @ParameterizedTest
  @CsvSource({"DAY, LIGHT", "DAY, DARK", "MONTH, LIGHT", "MONTH, DARK", "MONTH, SMALL_LIGHT"})
  void theTopCanBeOfImages(UsageSample sample, UsageLook look) {
    try (TestWindow window = look.open(sample)) {
      Toolkit.frames(2);
      Toolkit.run(
          () ->
              window.find(Node.class, "#top").lookupAll(".toggle-button").stream()
                  .map(ToggleButton.class::cast)
                  .filter(button -> button.getText().equals("Images"))
                  .forEach(ToggleButton::fire));
      window.screenshot("charts-images-" + sample.fileName() + look.suffix());
      Set<String> names = window.texts("#top .bar-row .mono");
      assertThat(names).isNotEmpty().allMatch(name -> name.matches("[0-9a-f]{12}"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCrosshairReadsOnePieceOfTime(UsageLook look) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      Toolkit.frames(2);
      Toolkit.run(() -> move(chart, chart.getWidth() * 0.7, 40));
      window.screenshot("charts-crosshair" + look.suffix());
      assertThat(chart.getAccessibleText()).contains(" March 2026, ").contains(" hits, ");
      assertThat(window.texts(".usage .panel-head .label"))
          .anyMatch(text -> text.contains(" March 2026, "));
      assertThat(tooltipEnd()).isPositive().isLessThan(legendStart(window));

      Toolkit.run(() -> chart.fireEvent(mouse(MouseEvent.MOUSE_EXITED, 0, 0)));
      assertThat(window.texts(".usage .panel-head .label")).contains("by language, 7 days");
    }
  }

  /** What the rows of the legend say together, of which there is one for each line. */
  private static HitCount legend(TestWindow window) {
    return Toolkit.call(
        () ->
            window.find(Node.class, ".legend").lookupAll(".legend-row").stream()
                .map(row -> HITS_AND_MISSES.matcher(row.getAccessibleText()))
                .map(
                    said -> {
                      assertThat(said.find()).isTrue();
                      return new HitCount(number(said.group(1)), number(said.group(2)));
                    })
                .reduce(HitCount.NONE, HitCount::plus));
  }

  private static long number(String written) {
    return Long.parseLong(written.replace(",", ""));
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
}
