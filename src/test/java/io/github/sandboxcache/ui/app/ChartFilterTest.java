package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every chart is a filter: what is chosen in one narrows the list, and Escape takes it back. */
class ChartFilterTest {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final String RATES = ".rates .chart-rows > .chart-row";

  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aLanguageIsChosenByEnterMarkedInBothPanelsAndTakenBackByEscape() {
    focus(RATES);
    window.press(KeyCode.ENTER);
    window.screenshot("charts-filter-language");

    assertThat(filter()).contains(new OfLanguage(Language.RUST));
    assertThat(selected(RATES)).isEqualTo(1);
    assertThat(selected(".sizes .chart-rows > .chart-row")).isEqualTo(1);
    assertThat(looks("#top .chart-rows > .chart-row")).isNotEmpty().containsOnly("lang-rust");

    window.press(KeyCode.ESCAPE);

    assertThat(filter()).isEmpty();
    assertThat(selected(RATES)).isZero();
  }

  @Test
  void chosenOnceMoreItIsTakenBack() {
    focus(RATES);
    window.press(KeyCode.SPACE);
    window.press(KeyCode.SPACE);

    assertThat(filter()).isEmpty();
  }

  @Test
  void aDayOfALanguageIsChosenFromItsCell() {
    focus(RATES);
    window.press(KeyCode.LEFT);
    window.press(KeyCode.ENTER);

    assertThat(filter())
        .contains(
            new HitWithin(
                Optional.of(Language.RUST),
                Instant.parse("2026-03-04T00:00:00Z"),
                Instant.parse("2026-03-05T00:00:00Z")));
  }

  @Test
  void aPackageIsChosenAndMarked() {
    focus("#top .chart-rows > .chart-row");
    window.press(KeyCode.ENTER);

    assertThat(filter().orElseThrow()).isInstanceOf(WithPackage.class);
    assertThat(selected("#top .chart-rows > .chart-row")).isEqualTo(1);
  }

  private Optional<CacheFilter> filter() {
    return Toolkit.call(() -> window.window().filter().filterProperty().get());
  }

  private void focus(String selector) {
    Toolkit.frames(2);
    Toolkit.run(() -> window.find(Node.class, selector).requestFocus());
  }

  private long selected(String selector) {
    return rows(selector).stream()
        .filter(row -> row.getPseudoClassStates().contains(SELECTED))
        .count();
  }

  private List<String> looks(String selector) {
    return rows(selector).stream().map(row -> row.getStyleClass().getLast()).toList();
  }

  private List<Node> rows(String selector) {
    return Toolkit.call(() -> List.copyOf(window.window().scene().getRoot().lookupAll(selector)));
  }
}
