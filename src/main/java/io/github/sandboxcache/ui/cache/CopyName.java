package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Puts an image's name on the clipboard. */
public final class CopyName {
  private CopyName() {}

  /** Copies the name of the row's image as the engine's own commands take it; groups have none. */
  public static void copy(TableRow row) {
    name(row)
        .ifPresent(
            name -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, name)));
  }

  static Optional<String> name(TableRow row) {
    return switch (row) {
      case ImageRow image -> Optional.of(image.image().reference().toString());
      case BaseRow base -> Optional.of(base.image().reference().toString());
      case GroupRow _, MoreRow _ -> Optional.empty();
    };
  }
}
