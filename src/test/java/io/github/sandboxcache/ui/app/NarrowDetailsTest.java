package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the usual width of the details large numbers cut nothing off and push nothing out. */
class NarrowDetailsTest {
  private static final int HITS = 14_144;
  private static final int CONTAINERS = 10;
  private static final int LABELS = 12;

  @ParameterizedTest
  @CsvSource({"en-US, 14\u00a0k, false", "en-US, 14\u00a0k, true", "de-DE, 14\u00a0k, false"})
  void largeNumbersAreShownInFull(Locale locale, String hits, boolean dark) {
    Setup light = Setup.light(1280, 820);
    SampleCache cache = busy(CONTAINERS);
    try (var _ = InLocale.of(locale);
        TestWindow window = TestWindow.open(cache, ledger(cache), dark ? light.dark() : light)) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      window.screenshot("details-large-" + locale.getLanguage() + (dark ? "-dark" : ""));

      assertThat(texts(window)).contains(hits);
      assertThat(cut(window)).isEmpty();
      assertThat(hidesTabs(window)).isFalse();
    }
  }

  @Test
  void theTabsKeepTheirNames() {
    SampleCache cache = busy(10_000);
    try (TestWindow window = TestWindow.open(cache, Setup.light(1280, 820))) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      Toolkit.frames(3);

      assertThat(texts(window))
          .contains("Usage", "Info")
          .anyMatch(text -> text.startsWith("Contents"))
          .anyMatch(text -> text.startsWith("Layers"));
      assertThat(cut(window)).isEmpty();
      assertThat(hidesTabs(window)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, '[0-9]{1,3},[0-9]{3}'", "de-DE, '[0-9]{1,3}[.][0-9]{3}'"})
  void numbersOnBarsAreWrittenAsTheUserWritesThem(Locale locale, String thousands) {
    SampleCache cache = busy(1);
    try (var _ = InLocale.of(locale);
        TestWindow window = TestWindow.open(cache, ledger(cache), Setup.light(1280, 820))) {
      Toolkit.run(
          () -> {
            window.find(TreeTableView.class, ".images").getSelectionModel().select(1);
            window.find(TabPane.class, ".details .tab-pane").getSelectionModel().select(2);
          });
      window.screenshot("details-usage-large-" + locale.getLanguage());

      assertThat(texts(window)).anyMatch(text -> text.matches(thousands));
      assertThat(texts(window)).noneMatch(text -> text.matches("[0-9]{4,}"));
    }
  }

  /** The head above it is tall, and the strip of usage beneath it open. */
  @Test
  void theHistoryOfAnImageIsNeverSqueezedAway() {
    SampleCache cache = busy(CONTAINERS);
    try (TestWindow window = TestWindow.open(cache, ledger(cache), Setup.light(1280, 820))) {
      Toolkit.run(
          () -> {
            window.find(TreeTableView.class, ".images").getSelectionModel().select(1);
            window.find(TabPane.class, ".details .tab-pane").getSelectionModel().select(2);
          });
      window.screenshot("details-usage-unfolded");
      ListView<?> facts = window.find(ListView.class, ".details #facts");
      assertThat(Toolkit.call(facts::getHeight))
          .isGreaterThanOrEqualTo(5 * facts.getFixedCellSize());

      Toolkit.run(() -> window.find(Node.class, ".details #usedBy").requestFocus());
      window.press(KeyCode.TAB);

      window.screenshot("details-usage-unfolded-history");
      assertThat(Toolkit.call(facts::isFocused)).isTrue();
      Bounds view = inScene(window.find(Node.class, ".image-usage-scroll"));
      assertThat(inScene(facts).getMaxY()).isLessThanOrEqualTo(view.getMaxY() + 1);
    }
  }

  private static Bounds inScene(Node node) {
    return Toolkit.call(() -> node.localToScene(node.getBoundsInLocal()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE"})
  void tabsThatHaveRoomStandWellApart(Locale locale) {
    try (var _ = InLocale.of(locale);
        TestWindow window = TestWindow.open(busy(1), Setup.light(1280, 820))) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      Toolkit.frames(3);

      List<Bounds> names =
          Toolkit.call(
              () ->
                  window.find(Node.class, ".details .tab-pane").lookupAll(".tab-label").stream()
                      .map(label -> label.lookup(".text"))
                      .map(text -> text.localToScene(text.getLayoutBounds()))
                      .sorted(Comparator.comparingDouble(Bounds::getMinX))
                      .toList());
      assertThat(names).hasSize(4);
      for (int i = 1; i < names.size(); i++) {
        assertThat(names.get(i).getMinX() - names.get(i - 1).getMaxX()).isGreaterThan(18);
      }
    }
  }

  private static boolean hidesTabs(TestWindow window) {
    return Toolkit.call(
        () -> window.find(Node.class, ".details .tab-pane .control-buttons-tab").isVisible());
  }

  private static SampleCache busy(int users) {
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    EngineImage image = cache.images().getFirst();
    Map<String, String> labels = new HashMap<>(image.labels());
    IntStream.range(labels.size(), LABELS).forEach(i -> labels.put("label-" + i, "value"));
    EngineImage busy =
        new EngineImage(
            image.id(),
            image.references(),
            image.sizeBytes(),
            image.sharedBytes(),
            Optional.of(TestWindow.NOW.minus(Duration.ofMinutes(47))),
            image.parentId(),
            labels);
    List<EngineContainer> containers =
        IntStream.range(0, users)
            .mapToObj(
                i ->
                    new EngineContainer(
                        "c" + i,
                        "sandbox-" + i,
                        image.id(),
                        image.references().getFirst(),
                        true,
                        Map.of()))
            .toList();
    return new SampleCache(List.of(busy), containers);
  }

  private static UsageLedger ledger(SampleCache cache) {
    CacheReference image =
        (CacheReference)
            SandboxReference.parse(cache.images().getFirst().references().getFirst()).orElseThrow();
    List<UsageFact> facts = new ArrayList<>();
    for (int i = 0; i < HITS; i++) {
      facts.add(
          UsageFact.of(
              TestWindow.NOW.minus(Duration.ofMinutes(23 + i / 10)),
              FactKind.HIT,
              image,
              FactSource.log("test"),
              FactIdentity.random()));
    }
    SqliteLedger ledger = Ledgers.empty();
    int _ = ledger.record(facts);
    return ledger;
  }

  private static Set<String> texts(TestWindow window) {
    return Toolkit.call(
        () -> shownLabels(window).stream().map(Label::getText).collect(Collectors.toSet()));
  }

  /** The texts that end in an ellipsis for want of room. */
  private static List<String> cut(TestWindow window) {
    return Toolkit.call(
        () ->
            shownLabels(window).stream()
                .filter(
                    label ->
                        label.lookup(".text") instanceof Text text
                            && !label.isWrapText()
                            && !text.getText().equals(label.getText()))
                .map(Label::getText)
                .toList());
  }

  private static List<Label> shownLabels(TestWindow window) {
    Parent root = window.window().scene().getRoot();
    return Stream.of(".details .label", ".details .tab-label")
        .flatMap(selector -> root.lookupAll(selector).stream())
        .filter(Label.class::isInstance)
        .map(Label.class::cast)
        .filter(label -> isShown(label))
        .toList();
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }
}
