package io.github.sandboxcache.build.installers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Builds the packages of the system it runs on from an app image. Run by {@code mvn
 * -Pimage,installers package}. Arguments: version, time (ISO 8601), app image, {@code packaging},
 * output directory.
 */
final class BuildInstallers {
  private BuildInstallers() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    Product product =
        new Product(
            arguments[0],
            Instant.parse(arguments[1]),
            Path.of(arguments[2]),
            Path.of(arguments[3]),
            Path.of(arguments[4]));
    if (!Files.isDirectory(product.image())) {
      throw new IllegalStateException(
          "There is no app image at %s. Build it with -Pimage.".formatted(product.image()));
    }
    Files.createDirectories(product.output());
    for (Path made : build(product)) {
      System.out.printf("%s, %,d bytes%n", made, Files.size(made));
    }
  }

  private static List<Path> build(Product product) throws Exception {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of(NativeInstaller.windows(product).build());
    }
    if (system.startsWith("mac")) {
      return List.of(NativeInstaller.macOs(product).build());
    }
    return LinuxPackages.build(product);
  }
}
