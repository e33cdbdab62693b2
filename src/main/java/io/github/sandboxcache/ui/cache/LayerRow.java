package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.ImageParts;
import io.github.sandboxcache.domain.catalog.ImageParts.Part;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.Layer;
import io.github.sandboxcache.text.LayerCommandText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer as the pane shows it, or all layers of the base in one. All text is harmless to show.
 *
 * @param part whose it is
 * @param title its command, or the base's name
 * @param named whether the title is a name and not a command
 * @param digest the beginning of its diff id; empty for the base as a whole
 * @param createdAt UTC; empty when the engine does not say
 * @param layers how many layers it stands for, 1 or more
 * @param imageIds the images that have it
 * @param size its bytes
 * @param share its bar, 0 to 1 of the largest layer
 */
record LayerRow(
    Part part,
    String title,
    boolean named,
    String digest,
    Optional<Instant> createdAt,
    int layers,
    List<String> imageIds,
    ByteCount size,
    double share) {
  private static final int DIGEST_LENGTH = "sha256:".length() + 12;

  LayerRow {
    imageIds = List.copyOf(imageIds);
  }

  /** The style class that brings its colour. */
  String styleClass() {
    return switch (part) {
      case BASE -> "base";
      case SHARED -> "some";
      case OWN -> "own";
    };
  }

  /** Who has it, in short. */
  String sharing(UiTexts texts) {
    return texts.text("layers.images", imageIds.size());
  }

  /** All layers of an image, the newest first. */
  static List<LayerRow> of(ImageParts parts, UiTexts texts) {
    long largest =
        Math.max(1, parts.layers().stream().mapToLong(l -> l.size().bytes()).max().orElse(1));
    List<LayerRow> rows = new ArrayList<>();
    for (int i = parts.layers().size() - 1; i >= 0; i--) {
      Layer layer = parts.layers().get(i);
      String command = LayerCommandText.of(layer.createdBy());
      String digest = PlainText.line(layer.diffId());
      rows.add(
          new LayerRow(
              parts.part(i),
              command.isEmpty() ? texts.text("layers.no-command") : command,
              command.isEmpty(),
              digest.length() > DIGEST_LENGTH ? digest.substring(0, DIGEST_LENGTH) : digest,
              layer.createdAt(),
              1,
              layer.imageIds(),
              layer.size(),
              (double) layer.size().bytes() / largest));
    }
    return rows;
  }

  /**
   * The same with the layers of the base in one.
   *
   * @param rows all layers, the newest first
   * @param baseName the base's name, harmless to show
   * @param baseBytes what the base takes
   */
  static List<LayerRow> folded(List<LayerRow> rows, String baseName, ByteCount baseBytes) {
    List<LayerRow> base = rows.stream().filter(row -> row.part() == Part.BASE).toList();
    if (base.size() < 2) {
      return rows;
    }
    List<LayerRow> folded =
        new ArrayList<>(rows.stream().filter(row -> row.part() != Part.BASE).toList());
    LayerRow top = base.getFirst();
    folded.add(
        new LayerRow(
            Part.BASE,
            baseName,
            true,
            "",
            top.createdAt(),
            base.size(),
            top.imageIds(),
            baseBytes,
            1));
    return folded;
  }
}
