package io.github.sandboxcache.build.installers;

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
  private static final String MAIN = "io.github.sandboxcache.launch.Main";

  /** Names all other jars. */
  private static final String MAIN_JAR = "class-path.jar";

  static NativeInstaller windows(Product product) {
    return new NativeInstaller(product, "msi", "windows");
  }

  static NativeInstaller macOs(Product product) {
    return new NativeInstaller(product, "dmg", "macos");
  }

  Path build() throws IOException, InterruptedException {
    Path work = Tree.fresh(product.work(type));
    Path made = Files.createDirectories(work.resolve("made"));
    Tool.run(Map.of(), command(work, made));
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

  /**
   * The window is the app itself, the command line a second launcher, on Windows with a console.
   */
  private List<String> command(Path work, Path made) throws IOException {
    Path lib = product.image().resolve("lib");
    Path verbs = work.resolve("command-line.properties");
    Files.writeString(
        verbs,
        "java-options=%s%nwin-console=true%nwin-menu=false%nwin-shortcut=false%n"
            .formatted(String.join(" ", javaOptions("command-line"))));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(List.of("--type", type, "--dest", made.toString()));
    command.addAll(List.of("--name", Product.NAME, "--app-version", plainVersion()));
    command.addAll(List.of("--icon", icon(work).toString()));
    command.addAll(List.of("--runtime-image", lib.resolve("runtime").toString()));
    command.addAll(List.of("--input", lib.resolve("app").toString()));
    command.addAll(List.of("--main-jar", MAIN_JAR, "--main-class", MAIN));
    command.addAll(List.of("--java-options", String.join(" ", javaOptions("window"))));
    command.addAll(List.of("--add-launcher", Product.COMMAND + "=" + verbs));
    command.addAll(arguments());
    return command;
  }

  private Path icon(Path work) throws IOException {
    AppIcon icon =
        new AppIcon(product.packaging().resolve("icons").resolve(Product.COMMAND + ".svg"));
    return system.equals("windows")
        ? Files.write(work.resolve("icon.ico"), icon.ico())
        : Files.write(work.resolve("icon.icns"), icon.icns());
  }

  /** What the image's start script says too. */
  private List<String> javaOptions(String launcher) throws IOException {
    Path file = product.image().resolve("lib").resolve("app/start").resolve(launcher + ".options");
    return Stream.concat(
            lines(Files.readString(file)),
            Stream.of(
                "-XX:AOTCache=$APPDIR/start/" + launcher + ".aot", "-Dorg.sqlite.lib.path=$APPDIR"))
        .toList();
  }

  private List<String> arguments() throws IOException {
    Path file = product.packaging().resolve(system).resolve("jpackage.txt");
    return Stream.concat(
            lines(Files.readString(file)), lines(System.getenv().getOrDefault(MORE, "")))
        .toList();
  }

  private static Stream<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
  }

  /** Both systems take nothing but numbers. */
  private String plainVersion() {
    return product.version().replaceFirst("-.*", "");
  }
}
