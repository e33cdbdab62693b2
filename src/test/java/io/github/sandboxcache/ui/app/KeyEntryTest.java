package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards that the list calls keys as keyboards and the app's other texts do. */
class KeyEntryTest {
  private static final List<String> KEYS =
      KeysController.KeyEntry.all(UiTexts.load("dialogs")).stream()
          .flatMap(entry -> entry.keys().stream())
          .toList();

  @Test
  void theKeysThatCloseAndOpenHaveTheirUsualNames() {
    assertThat(KEYS).contains("Esc", "Enter");
  }

  @Test
  void noKeyIsCalledOtherwise() {
    assertThat(KEYS).noneMatch(key -> key.contains("Escape") || key.contains("\u21b5"));
  }
}
