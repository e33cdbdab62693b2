package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards where the parts of the header stand, and what the empty table offers. */
class HeaderScreensTest {
  private TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void thePartsStandWhereTheDesignHasThem() {
    Toolkit.frames(2);
    Bounds search = bounds(".search");
    Bounds refresh = bounds("#refresh");
    Bounds install = bounds("#install");
    Bounds prune = bounds("#pruneBox");
    Bounds settings = bounds("#settings");

    assertThat(search.getWidth()).isEqualTo(312);
    assertThat(search.getHeight()).isEqualTo(32);
    assertThat(refresh.getMinX() - search.getMaxX()).isEqualTo(8);
    assertThat(install.getMinX() - refresh.getMaxX()).isEqualTo(24);
    assertThat(prune.getWidth()).isEqualTo(224);
    assertThat(settings.getMaxX()).isEqualTo(1272);
    assertThat(settings.getWidth()).isEqualTo(32);
    window.screenshot("header-light");
  }

  @ParameterizedTest
  @CsvSource({"960, 620", "1060, 700", "1280, 820"})
  void theSearchKeepsItsRoomAndNothingJumpsWhenPruneSaysSomethingElse(double width, double height) {
    window.close();
    window = TestWindow.open(Setup.light(width, height));
    Toolkit.frames(2);
    Bounds before = bounds("#pruneBox");
    assertThat(bounds(".search").getWidth()).isGreaterThanOrEqualTo(200);

    CatalogState state = window.session().state();
    Toolkit.run(
        () ->
            window
                .session()
                .publish(new CatalogState(state.catalog(), Freshness.LOST, state.listed(), false)));
    Toolkit.frames(2);

    assertThat(bounds("#pruneBox")).isEqualTo(before);
  }

  @Test
  void theSettingsOpenByTheirButton() {
    Toolkit.run(() -> window.find(Button.class, "#settings").fire());

    assertThat(window.commands().given()).containsExactly("openSettings");
  }

  @ParameterizedTest
  @CsvSource({"no-match-light, 1280, 820, false", "no-match-dark, 960, 620, true"})
  void theEmptyTableOffersToClearTheSearchAndToInstall(
      String name, double width, double height, boolean dark) {
    window.close();
    Setup setup = Setup.light(width, height);
    window = TestWindow.open(dark ? setup.dark() : setup);
    Toolkit.run(() -> window.window().filter().typedProperty().set("scikit-image"));
    Toolkit.frames(2);
    assertThat(window.words(".no-match"))
        .containsExactly(
            "No image matches “scikit-image”", "Clear search", "Install scikit-image…");
    window.screenshot(name);

    Toolkit.run(() -> window.find(Button.class, "#install.small").fire());
    assertThat(window.commands().given()).containsExactly("install python scikit-image");
    Toolkit.run(
        () -> {
          Button clear = window.find(Button.class, "#takeBack");
          clear.requestFocus();
          clear.fire();
        });
    Toolkit.frames(2);

    assertThat(Toolkit.call(() -> window.find(TextField.class, ".search").getText())).isEmpty();
    assertThat(Toolkit.call(() -> window.find(Node.class, ".images").isFocused())).isTrue();
  }

  private Bounds bounds(String selector) {
    return Toolkit.call(
        () -> {
          Node node = window.find(Node.class, selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
