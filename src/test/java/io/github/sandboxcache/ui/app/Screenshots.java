package io.github.sandboxcache.ui.app;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Writes pictures of scenes to the directory that the build names, at the scale that it names: at 2
 * as on a screen of twice the density.
 */
public final class Screenshots {
  private Screenshots() {}

  /** Writes what the scene shows now to {@code <name>.png} and returns the picture. */
  public static WritableImage take(Scene scene, String name) {
    Toolkit.frames(4);
    WritableImage picture = Toolkit.call(() -> scene.snapshot(null));
    int scale = Integer.getInteger("sandboxcache.screenshots.scale", 1);
    write(scale == 1 ? picture : Toolkit.call(() -> StillWindow.drawn(scene, scale)), name);
    return picture;
  }

  /** Writes a picture to {@code <name>.png}. */
  static void write(WritableImage picture, String name) {
    Path file = Path.of(System.getProperty("sandboxcache.screenshots"), name + ".png");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(toBuffered(picture), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pixels of a picture, row by row. */
  static int[] pixels(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  private static BufferedImage toBuffered(WritableImage picture) {
    BufferedImage image =
        new BufferedImage(
            (int) picture.getWidth(), (int) picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] pixels = pixels(picture);
    // Straight into the picture: its setRGB converts each pixel by itself.
    System.arraycopy(
        pixels, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
    return image;
  }
}
