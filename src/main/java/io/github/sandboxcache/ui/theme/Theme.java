package io.github.sandboxcache.ui.theme;

import io.github.sandboxcache.settings.Settings;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Gives scenes their look and keeps it in step with the system's colour scheme and the setting. FX
 * thread only.
 */
public final class Theme {
  private static final String DARK = "dark";
  private static final List<String> SHEETS = List.of("tokens.css", "parts.css", "controls.css");
  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.ttf",
          "Inter-Medium.ttf",
          "Inter-SemiBold.ttf",
          "JetBrainsMono-Regular.ttf");

  // From the root: in a jar no resource is found by way of "..".
  private static final String FONT_DIRECTORY = "/io/github/sandboxcache/ui/fonts/";

  private final BooleanBinding dark;

  /** A theme that follows that setting. */
  public Theme(ObservableValue<Settings.Theme> setting) {
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

  /** Dresses a scene, now and whenever the scheme changes. */
  public void dress(Scene scene) {
    SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet)));
    Runnable apply = () -> setDark(scene.getRoot(), dark.get());
    dark.addListener((_, _, _) -> apply.run());
    scene.rootProperty().addListener((_, _, _) -> apply.run());
    apply.run();
  }

  /** Whether the colours are the dark ones now. */
  public boolean isDark() {
    return dark.get();
  }

  /** Whether the system asks for less motion; then nothing fades or slides. */
  public static boolean isReducedMotion() {
    return Platform.getPreferences().isReducedMotion();
  }

  private static void setDark(Parent root, boolean on) {
    root.getStyleClass().remove(DARK);
    if (on) {
      root.getStyleClass().add(DARK);
    }
  }

  private static void loadFont(String file) {
    Objects.requireNonNull(Font.loadFont(resource(FONT_DIRECTORY + file), 13), file);
  }

  private static String resource(String file) {
    return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
  }
}
