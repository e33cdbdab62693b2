package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;

/** Pictures of a window in both colour schemes and both sizes, and what is wrong in any of them. */
final class WindowPictures {
  private WindowPictures() {}

  static void take(Stage stage, FakeSettings settings, String name) {
    List<String> faults = new ArrayList<>();
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (int[] size : new int[][] {{1280, 820}, {960, 620}}) {
        Toolkit.run(
            () -> {
              settings.save(settings.current().withTheme(theme));
              stage.setWidth(size[0]);
              stage.setHeight(size[1]);
            });
        Toolkit.frames(4);
        String scheme = theme.name().toLowerCase(Locale.ROOT);
        String picture = "%s-%s-%dx%d".formatted(name, scheme, size[0], size[1]);
        Screenshots.take(stage.getScene(), picture);
        SceneFaults.of(stage.getScene(), theme).stream()
            .map(fault -> picture + ": " + fault)
            .forEach(faults::add);
      }
    }
    assertThat(faults).isEmpty();
  }
}
