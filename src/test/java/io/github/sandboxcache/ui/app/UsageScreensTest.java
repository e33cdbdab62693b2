package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.testing.InLocale;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
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
      assertThat(window.find(Node.class, ".usage-panels").isVisible()).isFalse();
      assertThat(window.find(Node.class, ".connect").isVisible()).isTrue();
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
      assertThat(window.find(Node.class, ".usage-panels").isVisible()).isTrue();
      HitCount lookups = sample.lookups(TestWindow.NOW);
      assertThat(lookups.lookups()).isPositive();
      assertThat(said(window)).isEqualTo(lookups);
      assertThat(window.texts("#summary"))
          .singleElement()
          .asString()
          .startsWith("%,d hit".formatted(lookups.hits()))
          .contains("%,d miss".formatted(lookups.misses()));
      assertRowsStandBesideEachOther(window);
      assertNoDateTouchesAnother(window);
    }
  }

  @ParameterizedTest
  @CsvSource({"DAY, LIGHT", "DAY, DARK", "MONTH, LIGHT", "MONTH, DARK", "MONTH, SMALL_LIGHT"})
  void theTopCanBeOfImages(UsageSample sample, UsageLook look) {
    try (TestWindow window = look.open(sample)) {
      Toolkit.frames(2);
      showTop(window, "Images");
      window.screenshot("charts-images-" + sample.fileName() + look.suffix());
      assertThat(window.texts("#top .all-row .label"))
          .singleElement()
          .asString()
          .startsWith("These six serve ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLanguageThatIsLookedAtHasALineOfItsOwn(UsageLook look) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      Toolkit.frames(2);
      Node own = window.find(Node.class, ".trend-line.language");
      assertThat(own == null || !own.isVisible()).isTrue();

      Toolkit.run(() -> window.find(Node.class, ".rates .chart-rows > .chart-row").requestFocus());
      window.screenshot("charts-language" + look.suffix());

      assertThat(window.find(Node.class, ".trend-line.language").isVisible()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void germanWordsHaveTheRoomTheyNeed(UsageLook look) {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        TestWindow window = look.open(UsageSample.MONTH)) {
      window.screenshot("charts-german" + look.suffix());
      for (String kind : List.of("Images", "Fehlend")) {
        showTop(window, kind);
        window.screenshot("charts-german-" + kind.toLowerCase(Locale.ROOT) + look.suffix());
      }
    }
  }

  private static void showTop(TestWindow window, String kind) {
    Toolkit.run(
        () ->
            window.find(Node.class, "#top").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(kind))
                .forEach(ToggleButton::fire));
  }

  /** What the rows of the languages say together. */
  private static HitCount said(TestWindow window) {
    return Toolkit.call(
        () ->
            window.find(Node.class, ".rates .chart-rows").lookupAll(".chart-row").stream()
                .map(row -> HITS_AND_MISSES.matcher(row.getAccessibleText()))
                .filter(Matcher::find)
                .map(said -> new HitCount(number(said.group(1)), number(said.group(2))))
                .reduce(HitCount.NONE, HitCount::plus));
  }

  private static long number(String written) {
    return Long.parseLong(written.replace(",", ""));
  }

  private static void assertRowsStandBesideEachOther(TestWindow window) {
    List<Double> rates = tops(window, ".rates .chart-row");
    assertThat(rates).isNotEmpty().isEqualTo(tops(window, ".sizes .chart-row"));
  }

  private static List<Double> tops(TestWindow window, String rows) {
    return Toolkit.call(
        () ->
            window.find(Node.class, ".usage-panels").lookupAll(rows).stream()
                .map(row -> row.localToScene(0, 0).getY())
                .sorted()
                .toList());
  }

  private static void assertNoDateTouchesAnother(TestWindow window) {
    double[] end = {-1};
    Toolkit.run(
        () ->
            window.find(Node.class, ".rate-axis").lookupAll(".axis-label").stream()
                .filter(Node::isVisible)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .sorted((a, b) -> Double.compare(a.getMinX(), b.getMinX()))
                .forEach(
                    date -> {
                      assertThat(date.getMinX()).isGreaterThan(end[0]);
                      end[0] = date.getMaxX();
                    }));
    assertThat(end[0]).isPositive();
  }
}
