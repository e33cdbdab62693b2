package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that a filter is seen in front of the search, and can be taken back there. */
class FilterChipTest {
  private static final CacheFilter RUST = new OfLanguage(Language.RUST);

  private TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({"filter-light, 1280, 820, false", "filter-dark, 960, 620, true"})
  void theChipNamesTheFilter(String name, double width, double height, boolean dark) {
    window.close();
    Setup setup = Setup.light(width, height);
    window = TestWindow.open(dark ? setup.dark() : setup);
    assertThat(Toolkit.call(() -> chip().isVisible())).isFalse();

    choose();

    assertThat(window.words(".filter-chip")).containsExactly("Rust");
    assertThat(Toolkit.call(() -> chip().getAccessibleText())).isEqualTo("Only Rust images");
    assertThat(images()).isEqualTo(4);
    assertThat(Toolkit.call(() -> field().getWidth())).isGreaterThanOrEqualTo(200);
    window.screenshot(name);
  }

  @Test
  void aClickTakesItBackAndTheKeyboardIsInTheSearch() {
    choose();
    Toolkit.run(() -> chip().fire());

    assertThat(chosen()).isEmpty();
    assertThat(images()).isEqualTo(42);
    assertThat(Toolkit.call(() -> field().isFocused())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"BACK_SPACE", "ESCAPE"})
  void aKeyInTheEmptyFieldTakesItBack(KeyCode key) {
    choose();
    Toolkit.run(() -> field().requestFocus());

    window.press(key);

    assertThat(chosen()).isEmpty();
  }

  @Test
  void whileThereAreWordsTheKeysAreForThem() {
    choose();
    Toolkit.run(
        () -> {
          field().setText("se");
          field().requestFocus();
          field().end();
        });

    window.press(KeyCode.BACK_SPACE);
    assertThat(Toolkit.call(() -> field().getText())).isEqualTo("s");
    window.press(KeyCode.ESCAPE);
    assertThat(Toolkit.call(() -> field().getText())).isEmpty();

    assertThat(chosen()).contains(RUST);
  }

  @Test
  void theWordsAreClearedByAButtonThatKeysReach() {
    Toolkit.run(
        () -> {
          field().setText("serde");
          field().requestFocus();
        });

    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    Button clear = window.find(Button.class, ".search-clear");
    assertThat(Toolkit.call(clear::isFocused)).isTrue();
    Toolkit.run(clear::fire);

    assertThat(Toolkit.call(() -> field().getText())).isEmpty();
    assertThat(Toolkit.call(() -> field().isFocused())).isTrue();
    assertThat(Toolkit.call(clear::isVisible)).isFalse();
  }

  private void choose() {
    Toolkit.run(() -> window.window().filter().choose(RUST));
    Toolkit.frames(2);
  }

  private Optional<CacheFilter> chosen() {
    return Toolkit.call(() -> window.window().filter().filterProperty().get());
  }

  private int images() {
    return Toolkit.call(() -> window.window().images().contentProperty().get().images());
  }

  private TextField field() {
    return window.find(TextField.class, ".search");
  }

  private Button chip() {
    return (Button) window.find(Node.class, ".filter-chip");
  }
}
