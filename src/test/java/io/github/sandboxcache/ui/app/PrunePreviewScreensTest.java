package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleUsage;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Where uses are known for weeks, the preview tells what each rule costs, and warns. */
class PrunePreviewScreensTest {
  private static Setup withWeeksOfUse() {
    Instant now = NoonClock.started().instant();
    return Setup.USUAL.withFacts(SampleUsage.of(SampleCache.believable(now), now));
  }

  @Test
  void theUsualRuleIsByLastUseAndAnotherOneWarnsOfWhatWouldBeMissed() {
    try (CommandWindow window = CommandWindow.open(withWeeksOfUse())) {
      window.shortcut(KeyCode.P);
      window.await(".prune-preview");
      window.photograph("prune-usual");
      window.assertStandsInside(".prune-preview");
      assertThat(window.words(".prune-preview"))
          .contains("Remove 8", "Prune 8 images", "Let it run by itself")
          .anyMatch(words -> words.matches("Keep 34: 4 in use · 30 by the rule"))
          .anyMatch(words -> words.matches("used [0-9]+ d ago · [0-9]+ hits?"));

      Toolkit.run(() -> ((RadioButton) window.find("#NEWEST .radio-button")).setSelected(true));
      window.await(".prune-missed");
      window.photograph("prune-warning");
      assertThat(window.words(".prune-missed"))
          .anyMatch(words -> words.contains("of these served"))
          .anyMatch(words -> words.startsWith("Keep these "));

      Toolkit.run(() -> ((Button) window.find("#keepMissed")).fire());
      Toolkit.until(() -> !window.has(".prune-missed"));
    }
  }

  @Test
  void inGermanAllOfItFits() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(withWeeksOfUse())) {
      window.shortcut(KeyCode.P);
      window.await(".prune-preview");
      Toolkit.run(() -> ((RadioButton) window.find("#NEWEST .radio-button")).setSelected(true));
      window.await(".prune-missed");
      window.photograph("german-prune-warning");
      window.assertStandsInside(".prune-preview");
      assertThat(window.words(".prune-missed")).anyMatch(words -> words.contains("davon hatten"));
    }
  }
}
