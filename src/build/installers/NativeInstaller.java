package installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The installers that jpackage makes: .msi on Windows, .dmg on macOS. Their arguments are the lines
 * of {@code packaging/SYSTEM/jpackage.txt}; further ones, such as those for signing, come from the
 * variable {@code SANDBOX_CACHE_JPACKAGE_ARGUMENTS}, one a line.
 */
record NativeInstaller(Product product, String type, String system) {
  private static final String MORE = "SANDBOX_CACHE_JPACKAGE_ARGUMENTS";

  static NativeInstaller windows(Product product) {
    return new NativeInstaller(product, "msi", "windows");
  }

  static NativeInstaller macOs(Product product) {
    return new NativeInstaller(product, "dmg", "macos");
  }

  Path build() throws IOException, InterruptedException {
    Path made = Tree.fresh(product.work(type));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(List.of("--type", type, "--app-image", product.image().toString()));
    command.addAll(List.of("--name", Product.NAME, "--app-version", plainVersion()));
    command.addAll(List.of("--dest", made.toString()));
    command.addAll(arguments());
    Tool.run(Map.of(), command);
    Path file =
        product
            .output()
            .resolve(
                "%s-%s-%s-%s.%s"
                    .formatted(Product.COMMAND, product.version(), system, Machine.plain(), type));
    Files.deleteIfExists(file);
    try (Stream<Path> files = Files.list(made)) {
      return Files.move(files.findFirst().orElseThrow(), file);
    }
  }

  private List<String> arguments() throws IOException {
    Path file = product.packaging().resolve(system).resolve("jpackage.txt");
    return Stream.concat(
            Files.readAllLines(file).stream(), System.getenv().getOrDefault(MORE, "").lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Both systems take nothing but numbers. */
  private String plainVersion() {
    return product.version().replaceFirst("-.*", "");
  }
}
