package io.github.sandboxcache.ui.base;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Pictures as PNG files have them. On any thread. */
public final class PngFile {
  private PngFile() {}

  /**
   * The content of the file.
   *
   * @throws IOException when this Java cannot write PNG
   */
  public static byte[] content(Image picture) throws IOException {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", content)) {
      throw new IOException("this Java cannot write PNG");
    }
    return content.toByteArray();
  }
}
