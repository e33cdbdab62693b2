package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.settings.Settings;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Gives scenes their look and keeps it in step with the system's colour scheme, its wish for less
 * motion, and the setting. FX thread only.
 */
public final class Theme {
  private static final String DARK = "dark";

  /** Under it the sheets let nothing move by itself. */
  private static final String STILL = "reduced-motion";

  private static final List<String> SHEETS = List.of("tokens.css", "parts.css", "controls.css");
  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.ttf",
          "Inter-Medium.ttf",
          "Inter-SemiBold.ttf",
          "JetBrainsMono-Regular.ttf");

  // From the root: in a jar no resource is found by way of "..".
  private static final String FONT_DIRECTORY = "/io/github/sandboxcache/ui/base/fonts/";

  private final BooleanBinding dark;
  private final BooleanBinding reducedMotion;

  /** A theme that follows that setting. */
  public Theme(ObservableValue<Settings.Theme> setting) {
    this(setting, Platform.getPreferences().reducedMotionProperty());
  }

  Theme(ObservableValue<Settings.Theme> setting, ObservableValue<Boolean> reducedMotion) {
    // The system's preferences outlive every scene; a binding does not keep them bound to it.
    this.reducedMotion = Bindings.createBooleanBinding(reducedMotion::getValue, reducedMotion);
    ObservableValue<ColorScheme> system = Platform.getPreferences().colorSchemeProperty();
    this.dark =
        Bindings.createBooleanBinding(
            () ->
                switch (setting.getValue()) {
                  case LIGHT -> false;
                  case DARK -> true;
                  case SYSTEM -> system.getValue() == ColorScheme.DARK;
                },
            setting,
            system);
    FONTS.forEach(Theme::loadFont);
  }

  /**
   * A scene of that size, styled before the root comes into it: what stands in a scene gets its
   * looks at once, and would get them again with every sheet.
   *
   * @param sheets those of its areas, after the common ones. At the areas themselves they would
   *     have the toolkit sort all rules anew for each.
   */
  public Scene scene(Parent root, double width, double height, List<URL> sheets) {
    Scene scene = new Scene(new Group(), width, height);
    apply(scene);
    sheets.forEach(sheet -> scene.getStylesheets().add(sheet.toExternalForm()));
    applyTo(root);
    scene.setRoot(root);
    return scene;
  }

  /** Dresses a scene, now and whenever the scheme changes. */
  public void apply(Scene scene) {
    SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet)));
    Runnable apply = () -> applyTo(scene.getRoot());
    dark.addListener((_, _, _) -> apply.run());
    reducedMotion.addListener((_, _, _) -> apply.run());
    scene.rootProperty().addListener((_, _, _) -> apply.run());
    apply.run();
  }

  private void applyTo(Parent root) {
    set(root, DARK, dark.get());
    set(root, STILL, reducedMotion.get());
  }

  private static void set(Parent root, String styleClass, boolean on) {
    if (!on) {
      root.getStyleClass().remove(styleClass);
    } else if (!root.getStyleClass().contains(styleClass)) {
      root.getStyleClass().add(styleClass);
    }
  }

  private static void loadFont(String file) {
    Objects.requireNonNull(Font.loadFont(resource(FONT_DIRECTORY + file), 13), file);
  }

  private static String resource(String file) {
    return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
  }
}
