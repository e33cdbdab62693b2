package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Makes the app image of this system from the folder distribution: a runtime with only the modules
 * that the app uses, the app's jars, and caches of the classes that a start loads. Arguments: the
 * folder, the image to make, the directory with the options of the JVM, and the time that every
 * file gets.
 */
public final class BuildImage {
  private BuildImage() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Path image = Path.of(arguments[1]).toAbsolutePath();
    Path options = Path.of(arguments[2]).toAbsolutePath();
    Instant time = Instant.parse(arguments[3]);
    Path work = image.resolveSibling("work");
    Trees.delete(image);
    Trees.delete(work);
    Path app = Files.createDirectories(image.resolve("lib").resolve("app"));
    Path runtime = image.resolve("lib").resolve("runtime");

    Path modules = JavaFxModules.make(folder.resolve("lib").resolve("javafx"), work);
    RuntimeImage.link(modules, runtime);
    AppJars.copy(folder.resolve("lib"), app, time);
    copyScripts(folder, image);
    Path start = Files.createDirectories(app.resolve(AotCache.START));
    for (String kind : List.of(AotCache.WINDOW, AotCache.COMMAND_LINE)) {
      String file = kind + AotCache.OPTIONS;
      Files.copy(options.resolve(file), start.resolve(file));
    }
    // Before the caches are made: they fit files of that time only.
    Trees.setTime(image, time);
    AotCache.make(image, work, time);
    Trees.delete(work);
    System.out.printf("%s: %d MB%n", image, Trees.size(image) / 1_000_000);
  }

  private static void copyScripts(Path folder, Path image) throws IOException {
    Path bin = Files.createDirectories(image.resolve("bin"));
    String script = Platform.isWindows() ? "sandbox-cache.bat" : "sandbox-cache";
    Path copy = Files.copy(folder.resolve("bin").resolve(script), bin.resolve(script));
    if (!copy.toFile().setExecutable(true, false)) {
      throw new IOException(copy + " cannot be made executable");
    }
  }
}
