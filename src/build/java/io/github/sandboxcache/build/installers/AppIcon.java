package io.github.sandboxcache.build.installers;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * The app's icon, drawn once as SVG, in the forms that systems want. The containers of Windows and
 * macOS hold PNGs.
 */
final class AppIcon {
  private static final List<Integer> THEME_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
  private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;

  /** Type codes of PNG entries in Apple's icon container, with their size in pixels. */
  private static final Map<String, Integer> ICNS_TYPES = icnsTypes();

  private final Path svg;

  AppIcon(Path svg) {
    this.svg = svg;
  }

  /** Renders into files for use outside the packages. Arguments: SVG, directory, sizes. */
  public static void main(String[] arguments) throws IOException {
    AppIcon icon = new AppIcon(Path.of(arguments[0]));
    Path directory = Files.createDirectories(Path.of(arguments[1]));
    for (String size : List.of(arguments).subList(2, arguments.length)) {
      Files.write(directory.resolve("icon-" + size + ".png"), icon.png(Integer.parseInt(size)));
    }
  }

  /** Writes the icon as a theme of the freedesktop icon specification. */
  void writeTheme(Path theme) throws IOException {
    for (int size : THEME_SIZES) {
      Path apps = Files.createDirectories(theme.resolve(size + "x" + size).resolve("apps"));
      Files.write(apps.resolve(Product.ID + ".png"), png(size));
    }
    Path scalable = Files.createDirectories(theme.resolve("scalable").resolve("apps"));
    Files.write(scalable.resolve(Product.ID + ".svg"), Files.readAllBytes(svg));
  }

  /** An icon file of Windows. */
  byte[] ico() throws IOException {
    List<byte[]> images = new ArrayList<>();
    for (int size : ICO_SIZES) {
      images.add(png(size));
    }
    int offset = ICO_HEADER + ICO_ENTRY * images.size();
    int length = offset + images.stream().mapToInt(image -> image.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
    for (int i = 0; i < images.size(); i++) {
      // A byte holds the size; 256 is written as 0.
      byte size = ICO_SIZES.get(i).byteValue();
      file.put(size).put(size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      file.putInt(images.get(i).length).putInt(offset);
      offset += images.get(i).length;
    }
    images.forEach(file::put);
    return file.array();
  }

  /** An icon file of macOS. */
  byte[] icns() throws IOException {
    Map<String, byte[]> images = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> type : ICNS_TYPES.entrySet()) {
      images.put(type.getKey(), png(type.getValue()));
    }
    int length = 8 + images.values().stream().mapToInt(image -> 8 + image.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    images.forEach(
        (type, image) ->
            file.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(8 + image.length).put(image));
    return file.array();
  }

  private static Map<String, Integer> icnsTypes() {
    Map<String, Integer> types = new LinkedHashMap<>();
    types.put("icp4", 16);
    types.put("icp5", 32);
    types.put("icp6", 64);
    types.put("ic07", 128);
    types.put("ic08", 256);
    types.put("ic09", 512);
    types.put("ic10", 1024);
    types.put("ic11", 32);
    types.put("ic12", 64);
    types.put("ic13", 256);
    types.put("ic14", 512);
    return types;
  }

  private byte[] png(int size) throws IOException {
    SVGDocument document = Objects.requireNonNull(new SVGLoader().load(svg.toUri().toURL()));
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render(null, graphics, new ViewBox(size, size));
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
