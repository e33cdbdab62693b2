package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.cache.DetailsController;
import io.github.sandboxcache.ui.cache.FiguresController;
import io.github.sandboxcache.ui.cache.HeaderController;
import io.github.sandboxcache.ui.cache.ImagesController;
import io.github.sandboxcache.ui.tasks.StatusController;
import io.github.sandboxcache.ui.usage.UsageController;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/** The style sheets of the window's areas, each beside its controller. */
final class AreaSheets {
  private AreaSheets() {}

  static List<URL> all() {
    return List.of(
        sheet(MainWindowController.class, "main.css"),
        sheet(HeaderController.class, "header.css"),
        sheet(FiguresController.class, "figures.css"),
        sheet(ImagesController.class, "images.css"),
        sheet(DetailsController.class, "details.css"),
        sheet(UsageController.class, "usage.css"),
        sheet(StatusController.class, "status.css"));
  }

  private static URL sheet(Class<?> area, String file) {
    return Objects.requireNonNull(area.getResource(file), file);
  }
}
