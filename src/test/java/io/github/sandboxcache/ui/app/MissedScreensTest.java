package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that what sandboxes missed is shown and one click installs it. */
class MissedScreensTest {
  @ParameterizedTest
  @EnumSource
  void theLongestWaitsAreShownAndOneClickInstallsThem(UsageLook look) {
    try (TestWindow window = look.open(UsageSample.WEEK)) {
      showMissed(window, "Missed");
      window.screenshot("missed" + look.suffix());

      assertThat(window.words("#top")).contains("Install the 5 most missed");
      assertThat(said(window)).matches("Install the 5 most missed, ≈ .+ · ≤ .+B");
      assertThat(rowButtons(window)).hasSize(6);

      Toolkit.run(() -> window.find(Button.class, ".missed-all").fire());
      Toolkit.run(() -> rowButtons(window).get(2).fire());
      assertThat(window.commands().given()).containsExactly("installMissed 5", "installMissed 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameInGerman(UsageLook look) {
    try (var _ = InLocale.of(Locale.GERMANY);
        TestWindow window = look.open(UsageSample.WEEK)) {
      showMissed(window, "Fehlend");
      window.screenshot("german-missed" + look.suffix());

      assertThat(window.words("#top")).contains("Die 5 wichtigsten installieren");
    }
  }

  @Test
  void whatCannotBeInstalledHasItsReasonAndNoButton() {
    UsageLedger ledger = Ledgers.empty();
    int _ = ledger.record(List.of(missed(List.of("--pre")), missed(List.of("polars"))));
    try (TestWindow window = open(ledger)) {
      showMissed(window, "Missed");
      window.screenshot("missed-blocked");

      assertThat(window.words("#top"))
          .contains("polars", "--pre", "Install the most missed", "1 miss");
      assertThat(said(window)).endsWith(", time unknown · size unknown");
      assertThat(rowButtons(window)).hasSize(1);
      Node blocked =
          Toolkit.call(
              () ->
                  rows(window).stream()
                      .filter(row -> row.getAccessibleText().startsWith("--pre"))
                      .findFirst()
                      .orElseThrow());
      assertThat(blocked.getAccessibleText()).isEqualTo("--pre, 1 miss, –");
      assertThat(blocked.getAccessibleHelp()).contains("starts with a dash");
    }
  }

  @Test
  void whatIsCachedNowHasACheckMarkAndNoButton() {
    UsageLedger ledger = Ledgers.empty();
    int _ = ledger.record(List.of(missed(List.of("duckdb==1.1.3")), missed(List.of("polars"))));
    try (TestWindow window = open(ledger)) {
      showMissed(window, "Missed");
      window.screenshot("missed-cached");

      assertThat(rows(window))
          .extracting(Node::getAccessibleText)
          .containsExactly("polars, 1 miss, –", "duckdb, 1 miss, –, cached now");
      assertThat(Toolkit.call(() -> rows(window).getLast().lookup(".icon.ok").isVisible()))
          .isTrue();
      assertThat(rowButtons(window)).hasSize(1);
      Toolkit.run(() -> window.find(Button.class, ".missed-all").fire());
      assertThat(window.commands().given()).containsExactly("installMissed 1");
    }
  }

  @Test
  void whereAllIsCachedNowNothingIsMissing() {
    UsageLedger ledger = Ledgers.empty();
    int _ = ledger.record(List.of(missed(List.of("duckdb==1.1.3"))));
    try (var _ = InLocale.of(Locale.GERMANY);
        TestWindow window = open(ledger)) {
      showMissed(window, "Fehlend");
      window.screenshot("german-missed-all-cached");

      assertThat(window.words("#top"))
          .contains("duckdb")
          .anyMatch(words -> words.startsWith("Nichts, was Sandboxes"));
      assertThat(rows(window).getFirst().getAccessibleText()).endsWith(", jetzt im Cache");
      assertThat(rowButtons(window)).isEmpty();
    }
  }

  @Test
  void withoutMissesItSaysSo() {
    UsageLedger ledger = Ledgers.empty();
    int _ = ledger.record(List.of(lookup(FactKind.HIT, List.of("polars"))));
    try (TestWindow window = open(ledger)) {
      showMissed(window, "Missed");
      window.screenshot("missed-none");

      assertThat(window.words("#top"))
          .anyMatch(words -> words.startsWith("Nothing that sandboxes"));
      assertThat(rowButtons(window)).isEmpty();
    }
  }

  @Test
  void theKeyboardReachesTheButtonAndEveryRow() {
    try (TestWindow window = UsageLook.LIGHT.open(UsageSample.WEEK)) {
      showMissed(window, "Missed");
      Toolkit.run(() -> window.find(Button.class, ".missed-all").requestFocus());
      window.press(KeyCode.TAB);
      assertThat(Toolkit.call(() -> window.find(Node.class, ".missed .chart-row").isFocused()))
          .isTrue();
      for (Button button : rowButtons(window)) {
        window.press(KeyCode.TAB);
        assertThat(Toolkit.call(button::isFocused)).isTrue();
        assertThat(button.getAccessibleText()).matches("Install .+, \\d+ miss.*");
      }
    }
  }

  private static TestWindow open(UsageLedger ledger) {
    return TestWindow.open(SampleCache.believable(TestWindow.NOW), ledger, Setup.light(1280, 820));
  }

  private static UsageFact missed(List<String> packages) {
    return lookup(FactKind.MISS, packages);
  }

  private static UsageFact lookup(FactKind kind, List<String> packages) {
    CacheReference image =
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, packages));
    return UsageFact.of(
            TestWindow.NOW.minusSeconds(60),
            kind,
            image,
            FactSource.log("x"),
            FactIdentity.random())
        .withPackages(packages);
  }

  private static void showMissed(TestWindow window, String name) {
    Toolkit.frames(2);
    Toolkit.run(
        () ->
            window.find(Node.class, "#top").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(name))
                .forEach(ToggleButton::fire));
    Toolkit.frames(2);
  }

  private static List<Node> rows(TestWindow window) {
    return Toolkit.call(
        () -> List.copyOf(window.find(Node.class, ".missed").lookupAll(".chart-row")));
  }

  /** What a screen reader says of the button for all. */
  private static String said(TestWindow window) {
    return Toolkit.call(() -> window.find(Button.class, ".missed-all").getAccessibleText());
  }

  private static List<Button> rowButtons(TestWindow window) {
    return Toolkit.call(
        () ->
            window.find(Node.class, "#top").lookupAll(".missed-install").stream()
                .filter(Node::isVisible)
                .map(Button.class::cast)
                .toList());
  }
}
