package io.github.sandboxcache.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.settings.Settings;
import io.github.sandboxcache.ui.Toolkit;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/**
 * Guards that what the system asks for is heeded, also when it changes while the window is open.
 */
class ThemeTest {
  private final SimpleObjectProperty<Boolean> reducedMotion = new SimpleObjectProperty<>(false);

  @Test
  void nothingMovesByItselfWhereTheSystemAsksForLessMotion() {
    ProgressBar bar = Toolkit.call(this::dressedBar);
    double moving = Toolkit.call(() -> secondsOfARound(bar));

    Toolkit.run(() -> reducedMotion.set(true));
    double still = Toolkit.call(() -> secondsOfARound(bar));
    Toolkit.run(() -> reducedMotion.set(false));

    assertThat(moving).isLessThan(10);
    assertThat(still).isGreaterThan(3600);
    assertThat(Toolkit.<Double>call(() -> secondsOfARound(bar))).isEqualTo(moving);
  }

  private ProgressBar dressedBar() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    Scene scene = new Scene(new StackPane(bar));
    new Theme(new SimpleObjectProperty<>(Settings.Theme.LIGHT), reducedMotion).dress(scene);
    return bar;
  }

  private static double secondsOfARound(ProgressBar bar) {
    bar.getScene().getRoot().applyCss();
    return seconds(bar, ((SkinBase<?>) bar.getSkin()).getCssMetaData());
  }

  @SuppressWarnings("unchecked")
  private static double seconds(
      ProgressBar bar, List<CssMetaData<? extends Styleable, ?>> properties) {
    return properties.stream()
        .filter(data -> data.getProperty().equals("-fx-indeterminate-bar-animation-time"))
        .map(data -> (CssMetaData<ProgressBar, Number>) data)
        .mapToDouble(data -> data.getStyleableProperty(bar).getValue().doubleValue())
        .findFirst()
        .orElseThrow();
  }
}
