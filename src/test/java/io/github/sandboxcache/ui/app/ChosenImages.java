package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.ui.cache.TableRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.util.List;
import javafx.scene.control.TreeTableView;

/** Chooses images in the table of a window, and waits for their pins. */
final class ChosenImages {
  private ChosenImages() {}

  /**
   * An image that prune would take, so that nothing speaks for it; the keyboard is in the table.
   */
  static CacheReference choose(CommandWindow window) {
    CacheReference image =
        Toolkit.call(() -> window.window().cache().view().prune().removals().getFirst())
            .reference();
    Toolkit.run(() -> window.window().images().reveal(image));
    Toolkit.until(
        () ->
            window.window().images().selectedProperty().get().orElse(null) instanceof ImageRow row
                && row.image().reference().equals(image));
    Toolkit.run(() -> table(window).requestFocus());
    Toolkit.frames(4);
    return image;
  }

  static void awaitPinned(CommandWindow window, CacheReference image, boolean pinned) {
    Toolkit.until(
        () ->
            window.window().images().contentProperty().get().find(image.toString()).orElse(null)
                    instanceof ImageRow row
                && row.pinned() == pinned);
    Toolkit.frames(4);
  }

  static List<CachedImage> images(CommandWindow window) {
    return window.window().cache().view().state().catalog().cached();
  }

  @SuppressWarnings("unchecked")
  static TreeTableView<TableRow> table(CommandWindow window) {
    return (TreeTableView<TableRow>) window.find(".images");
  }
}
