package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.testing.GarbageCollection;
import io.github.sandboxcache.ui.app.Toolkit;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/**
 * Guards that the setting and the system's wish for less motion are heeded, also when they change
 * while the window is open.
 */
class ThemeTest {
  private final SimpleObjectProperty<Boolean> reducedMotion = new SimpleObjectProperty<>(false);

  @Test
  void nothingMovesByItselfWhereTheSystemAsksForLessMotion() {
    ProgressBar bar = Toolkit.call(this::styledBar);
    double moving = Toolkit.call(() -> secondsOfARound(bar));

    Toolkit.run(() -> reducedMotion.set(true));
    double still = Toolkit.call(() -> secondsOfARound(bar));
    Toolkit.run(() -> reducedMotion.set(false));

    assertThat(moving).isLessThan(10);
    assertThat(still).isGreaterThan(3600);
    assertThat(Toolkit.<Double>call(() -> secondsOfARound(bar))).isEqualTo(moving);
  }

  /** The theme itself is in nobody's hands: a scene that is shown has to keep it. */
  @Test
  void aDressedSceneFollowsTheSettingAndTheSystemAfterACollection() {
    SimpleObjectProperty<Settings.Theme> setting = new SimpleObjectProperty<>(Settings.Theme.LIGHT);
    Scene scene = Toolkit.call(() -> styled(setting));
    GarbageCollection.force();

    Toolkit.run(() -> setting.set(Settings.Theme.DARK));
    assertThat(classes(scene)).contains("dark");
    Toolkit.run(() -> setting.set(Settings.Theme.LIGHT));
    assertThat(classes(scene)).doesNotContain("dark");
    Toolkit.run(() -> reducedMotion.set(true));
    assertThat(classes(scene)).contains("reduced-motion");
  }

  @Test
  void aRootThatComesLaterIsDressedToo() {
    Scene scene = Toolkit.call(() -> styled(new SimpleObjectProperty<>(Settings.Theme.DARK)));

    Toolkit.run(() -> scene.setRoot(new StackPane()));

    assertThat(classes(scene)).contains("dark");
  }

  /** The setting and the system outlive every scene. */
  @Test
  void aSceneThatIsGoneIsKeptByNobody() {
    SimpleObjectProperty<Settings.Theme> setting = new SimpleObjectProperty<>(Settings.Theme.LIGHT);

    GarbageCollection.awaitTaken(
        new WeakReference<>(Toolkit.call(() -> styled(setting))), () -> Toolkit.frames(2));

    assertThat(setting.get()).isEqualTo(Settings.Theme.LIGHT);
  }

  private Scene styled(ObservableValue<Settings.Theme> setting) {
    Scene scene = new Scene(new StackPane());
    new Theme(setting, reducedMotion).apply(scene);
    return scene;
  }

  private static List<String> classes(Scene scene) {
    return Toolkit.call(() -> List.copyOf(scene.getRoot().getStyleClass()));
  }

  private ProgressBar styledBar() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    Scene scene = new Scene(new StackPane(bar));
    new Theme(new SimpleObjectProperty<>(Settings.Theme.LIGHT), reducedMotion).apply(scene);
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
