package io.github.sandboxcache.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.sample.SampleUsage;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.TestWindow.Setup;
import io.github.sandboxcache.ui.images.TableRow;
import io.github.sandboxcache.ui.usage.RateChart;
import io.github.sandboxcache.usage.UsageFact;
import io.github.sandboxcache.usage.UsageLedger;
import io.github.sandboxcache.usage.UsageRange;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes pictures of the main window, and guards that nothing sticks out of it. */
class MainWindowScreensTest {
  @ParameterizedTest
  @CsvSource({
    "main-light, 1280, 820, false", "main-dark, 1280, 820, true",
    "main-small-light, 960, 620, false", "main-small-dark, 960, 620, true"
  })
  void theWindowShowsAnImageAndItsDetails(String name, int width, int height, boolean dark) {
    Setup setup = Setup.light(width, height);
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      Toolkit.run(() -> table(window).getSelectionModel().select(1));
      window.screenshot(name);
      assertThat(window.window().scene().getWidth()).isEqualTo(width);
      assertThat(window.window().context().cache().view().stats().images()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @CsvSource({"sample-light, false", "sample-dark, true"})
  void sampleDataIsMarkedAsSuch(String name, boolean dark) {
    Setup setup = Setup.light(1280, 820).onSample();
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      window.screenshot(name);
      assertThat(Toolkit.call(() -> window.window().title())).contains("sample data");
      assertThat(Toolkit.call(() -> window.find(Node.class, ".sample-band").isVisible())).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "none, light",
    "none, dark",
    "day, light",
    "day, dark",
    "month, light",
    "month, dark"
  })
  void theChartsShowWhatThereIsAndNothingMore(String data, String theme) {
    Setup setup = Setup.light(1280, 820);
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    List<UsageFact> facts =
        SampleUsage.of(cache, TestWindow.NOW).stream()
            .filter(fact -> fact.time().isAfter(TestWindow.NOW.minus(Duration.ofDays(1))))
            .toList();
    UsageLedger ledger =
        data.equals("month") ? Ledgers.sample(cache, TestWindow.NOW) : Ledgers.empty();
    if (data.equals("day")) {
      int _ = ledger.record(facts);
    }
    try (TestWindow window =
        TestWindow.open(cache, ledger, theme.equals("dark") ? setup.dark() : setup)) {
      Toolkit.run(
          () -> {
            window
                .window()
                .context()
                .cache()
                .rangeProperty()
                .set(data.equals("day") ? UsageRange.DAY : UsageRange.MONTH);
            table(window).getSelectionModel().select(1);
            TabPane tabs = (TabPane) window.window().scene().lookup(".details .tab-pane");
            tabs.getSelectionModel().select(1);
          });
      window.screenshot("charts-" + data + "-" + theme);
      RateChart chart = window.find(RateChart.class, ".rate-chart");
      assertThat(chart.getParent().isVisible()).isEqualTo(!data.equals("none"));
      assertThat(chart.getAccessibleText()).contains(data.equals("none") ? "No data" : "Python ");
    }
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(TestWindow window) {
    return window.find(TreeTableView.class, ".images");
  }
}
