package io.github.sandboxcache.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes pictures of scenes to the directory that the build names. */
public final class Screenshots {
  private Screenshots() {}

  /** Writes what the scene shows now to {@code <name>.png} and returns the picture. */
  public static WritableImage take(Scene scene, String name) {
    Toolkit.frames(4);
    WritableImage picture = Toolkit.call(() -> scene.snapshot(null));
    write(picture, name);
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

  private static BufferedImage toBuffered(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
