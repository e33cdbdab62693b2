package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.PngFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;

/** Takes pictures of charts at twice their size, on the ground they stand on. FX thread only. */
final class ChartPicture {
  private static final double SCALE = 2;
  private static final double MARGIN = 12;

  private ChartPicture() {}

  static WritableImage of(Region chart) {
    Bounds bounds = chart.getBoundsInParent();
    // Several charts together have some room above them already; the line between two is of
    // neither.
    double margin = Math.max(0, MARGIN - chart.snappedTopInset());
    double line = chart.getBorder() == null ? 0 : chart.getBorder().getInsets().getLeft();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setViewport(
        new Rectangle2D(
            SCALE * (bounds.getMinX() + line),
            SCALE * (bounds.getMinY() - margin),
            SCALE * (bounds.getWidth() - line),
            SCALE * (bounds.getHeight() + 2 * margin)));
    parameters.setFill(ground(chart));
    return chart.snapshot(parameters, null);
  }

  private static Paint ground(Node chart) {
    return Stream.<Node>iterate(chart, node -> node != null, Node::getParent)
        .filter(node -> node instanceof Region region && region.getBackground() != null)
        .flatMap(node -> ((Region) node).getBackground().getFills().stream())
        .map(BackgroundFill::getFill)
        .filter(fill -> fill instanceof Color colour && colour.isOpaque())
        .findFirst()
        .orElse(Color.WHITE);
  }

  /** Writes a picture as PNG. */
  static void write(Image picture, Path file) throws IOException {
    Files.write(file, PngFile.content(picture));
  }
}
