package io.github.sandboxcache.ui.main;

import io.github.sandboxcache.ui.details.DetailsController;
import io.github.sandboxcache.ui.figures.FiguresController;
import io.github.sandboxcache.ui.header.HeaderController;
import io.github.sandboxcache.ui.images.ImagesController;
import io.github.sandboxcache.ui.status.StatusController;
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
